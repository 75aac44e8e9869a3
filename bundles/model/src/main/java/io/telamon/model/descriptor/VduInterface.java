/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * A network interface of a VDU (OSM {@code interface}, SOL006 {@code int-cpd} with its {@code
 * virtual-network-interface-requirement}, SOL001 {@code VduCp}).
 *
 * @param name name inside the machine, unique in the VDU
 * @param position place in the order of interfaces, starting anywhere; unique in the VDU
 * @param type how it is realised
 * @param attachment what it is plugged into
 * @param address addresses that the descriptor fixes
 * @param traits bandwidth, management and security flags
 */
public record VduInterface(
        String name,
        int position,
        InterfaceType type,
        InterfaceAttachment attachment,
        InterfaceAddress address,
        InterfaceTraits traits) {
    /** Returns a para-virtual interface with nothing fixed. */
    public static VduInterface of(String name, int position, InterfaceAttachment attachment) {
        return new VduInterface(
                name,
                position,
                InterfaceType.VIRTIO,
                attachment,
                InterfaceAddress.any(),
                InterfaceTraits.plain());
    }
}
