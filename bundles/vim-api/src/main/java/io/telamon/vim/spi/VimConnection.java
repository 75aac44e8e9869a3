/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import io.telamon.model.VimAccountId;
import java.time.Duration;
import java.util.Map;

/**
 * All that a session needs to reach one account.
 *
 * @param account our id of the account, for thread names and logs
 * @param endpoint address as the plug-in understands it
 * @param settings further settings
 * @param secret unsealed credential; never logged
 * @param callTimeout deadline of each call, honoured with socket time-outs
 * @param artifacts opens files of on-boarded packages
 */
public record VimConnection(
        VimAccountId account,
        String endpoint,
        Map<String, String> settings,
        String secret,
        Duration callTimeout,
        ArtifactSource artifacts) {
    /** Copies the map. */
    public VimConnection {
        settings = Map.copyOf(settings);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "VimConnection[" + account + " " + endpoint + "]";
    }
}
