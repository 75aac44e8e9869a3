/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Within what elements are together or apart (SOL006 {@code scope}). */
public enum PlacementScope {
    /** One host ({@code nfvi-node}). */
    HOST,
    /** One availability zone ({@code zone}). */
    ZONE,
    /** One group of zones ({@code zone-group}). */
    ZONE_GROUP,
    /** One point of presence ({@code nfvi-pop}). */
    SITE,
    /** One host and its network link ({@code network-link-and-node}). */
    HOST_AND_LINK
}
