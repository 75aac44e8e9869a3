/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * An external connection point joined to a link of the service (SOL006 {@code
 * virtual-link-connectivity}, OSM {@code vnfd-connection-point-ref}).
 *
 * @param connectionPoint external connection point of the member's descriptor
 * @param virtualLink id of the service's link
 * @param ipAddress fixed address on the link ({@code ip-address}), if wanted
 */
public record LinkConnection(
        String connectionPoint, String virtualLink, Optional<String> ipAddress) {
    /** Joins a connection point to a link without a fixed address. */
    public static LinkConnection of(String connectionPoint, String virtualLink) {
        return new LinkConnection(connectionPoint, virtualLink, Optional.empty());
    }
}
