/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * Wishes of a VDU about where it runs.
 *
 * @param vims names of VIM accounts it may use (Open Baton {@code vimInstanceName}); empty = any
 * @param zone availability zone (Tacker {@code availability_zone})
 */
public record VduPlacement(List<String> vims, Optional<String> zone) {
    /** Copies the list. */
    public VduPlacement {
        vims = List.copyOf(vims);
    }

    /** Returns no wish. */
    public static VduPlacement anywhere() {
        return new VduPlacement(List.of(), Optional.empty());
    }
}
