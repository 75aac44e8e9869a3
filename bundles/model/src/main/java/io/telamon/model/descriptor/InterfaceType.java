/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** How an interface is realised (OSM and SOL006 {@code virtual-interface/type}). */
public enum InterfaceType {
    /** Para-virtual; OSM's PARAVIRT and VIRTIO and every plain type. */
    VIRTIO,
    /** Emulated e1000 card. */
    E1000,
    /** Emulated rtl8139 card. */
    RTL8139,
    /** Emulated PC-Net card. */
    PCNET,
    /** Whole physical card. */
    PCI_PASSTHROUGH,
    /** Virtual function of a physical card. */
    SR_IOV,
    /** The management network of the operator (OSM {@code OM-MGMT}). */
    OM_MGMT
}
