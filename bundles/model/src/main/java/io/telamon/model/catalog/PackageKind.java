/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.catalog;

/** What a package describes. */
public enum PackageKind {
    /** A network service. */
    NS,
    /** A virtual network function. */
    VNF,
    /** A physical network function. */
    PNF
}
