/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

/** What a package describes. */
public enum PackageKind {
    /** A service; Open Baton's brings its VNFs along. */
    NS,
    /** A VNF. */
    VNF,
    /** A physical network function. */
    PNF,
    /** Only a forwarding graph over VNFs named by it (Tacker); read as a service without links. */
    VNFFG
}
