/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** How long a disk lives. */
public enum VolumeKind {
    /** Dies with the machine. */
    EPHEMERAL,
    /** A volume of the cloud's block storage. */
    PERSISTENT,
    /** Swap space. */
    SWAP
}
