/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * Bandwidth, management and security of an interface.
 *
 * @param bandwidth bits per second; absent for OSM's 0 = no promise
 * @param management whether the VNF is managed here ({@code mgmt-interface}, {@code management})
 * @param portSecurity whether addresses are checked (OSM {@code port-security-enabled}, Tacker
 *     {@code anti_spoofing_protection}); absent leaves it to the network
 * @param securityGroups names of security groups of the cloud, if the descriptor chooses
 * @param securityRules ids of the VNF's {@link VnfDescriptor#securityRules() rules} that hold here
 */
public record InterfaceTraits(
        Optional<Long> bandwidth,
        boolean management,
        Optional<Boolean> portSecurity,
        List<String> securityGroups,
        List<String> securityRules) {
    /** Copies the lists. */
    public InterfaceTraits {
        securityGroups = List.copyOf(securityGroups);
        securityRules = securityRules == null ? List.of() : List.copyOf(securityRules);
    }

    /** Returns an interface without wishes. */
    public static InterfaceTraits plain() {
        return new InterfaceTraits(Optional.empty(), false, Optional.empty(), List.of(), List.of());
    }
}
