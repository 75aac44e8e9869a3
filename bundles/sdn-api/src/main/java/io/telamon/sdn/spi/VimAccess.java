/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.VimAccountId;
import java.util.Map;

/**
 * The VIM account that an SDN account rides on: with it a plug-in calls the cloud whose servers and
 * ports its chains pass, and nobody keeps the credential twice.
 *
 * @param account our id of the VIM account; null when there is none
 * @param endpoint its address
 * @param settings its settings
 * @param secret its unsealed credential; never logged
 */
public record VimAccess(
        VimAccountId account, String endpoint, Map<String, String> settings, String secret) {
    private static final VimAccess NONE = new VimAccess(null, "", Map.of(), "");

    /** Copies the map. */
    public VimAccess {
        settings = Map.copyOf(settings);
    }

    /** For a controller that stands alone. */
    public static VimAccess none() {
        return NONE;
    }

    /** True when the account rides on a VIM account. */
    public boolean isPresent() {
        return account != null;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return account == null ? "VimAccess[none]" : "VimAccess[" + account + " " + endpoint + "]";
    }
}
