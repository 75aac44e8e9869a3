/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * Where a VNF is managed (OSM {@code mgmt-interface}, SOL006 augment {@code mgmt-cp}).
 *
 * @param connectionPoint external connection point, if one is named
 * @param vduId VDU whose first interface is meant, if a VDU is named instead
 */
public record VnfManagement(Optional<String> connectionPoint, Optional<String> vduId) {
    /** Returns management that the descriptor does not define. */
    public static VnfManagement none() {
        return new VnfManagement(Optional.empty(), Optional.empty());
    }

    /** Returns management at an external connection point. */
    public static VnfManagement at(String connectionPoint) {
        return new VnfManagement(Optional.of(connectionPoint), Optional.empty());
    }
}
