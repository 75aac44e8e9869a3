/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * Addresses that a descriptor fixes for an interface.
 *
 * @param mac MAC address ({@code mac-address})
 * @param vpci address on the virtual PCI bus ({@code vpci})
 * @param fixedIp IP address ({@code fixedIp}, {@code ip-address})
 * @param floatingIp wish for a public address: {@code random}, a pool or an address
 */
public record InterfaceAddress(
        Optional<String> mac,
        Optional<String> vpci,
        Optional<String> fixedIp,
        Optional<String> floatingIp) {
    /** Returns an interface whose addresses are left to the cloud. */
    public static InterfaceAddress any() {
        return new InterfaceAddress(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
