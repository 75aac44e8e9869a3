/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Connectivity of a link (OSM {@code vld/type}, SOL006 {@code connectivity-type}). */
public enum LinkKind {
    /** All members reach each other. */
    ELAN,
    /** Two ends. */
    ELINE,
    /** One root, leaves reach only the root. */
    ETREE,
    /** Routed, not bridged. */
    L3
}
