/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.SdnAccountId;
import java.time.Duration;
import java.util.Map;

/**
 * All that a session needs to reach one controller.
 *
 * @param account our id of the account, for thread names and logs
 * @param endpoint address as the plug-in understands it
 * @param settings further settings
 * @param secret unsealed credential; never logged
 * @param callTimeout deadline of each call, honoured with socket time-outs
 * @param vim the VIM account it rides on, or {@link VimAccess#none}
 */
public record SdnConnection(
        SdnAccountId account,
        String endpoint,
        Map<String, String> settings,
        String secret,
        Duration callTimeout,
        VimAccess vim) {
    /** Copies the map. */
    public SdnConnection {
        settings = Map.copyOf(settings);
    }

    /** A connection to a controller that stands alone. */
    public SdnConnection(
            SdnAccountId account,
            String endpoint,
            Map<String, String> settings,
            String secret,
            Duration callTimeout) {
        this(account, endpoint, settings, secret, callTimeout, VimAccess.none());
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SdnConnection[" + account + " " + endpoint + "]";
    }
}
