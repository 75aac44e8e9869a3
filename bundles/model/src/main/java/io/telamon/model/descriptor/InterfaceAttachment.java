/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * What an interface is plugged into. When both an internal link and an external connection point
 * are named, the service's link wins if the service joins that connection point; else the internal
 * link is used (Open Baton and Tacker, where a VNF's own link may also be the service's).
 *
 * @param connectionPoint internal connection point, unique in the VNF's VDU ({@code int-cpd/id},
 *     {@code internal-connection-point-ref}, else the interface's name)
 * @param internalLink id of a link of the VNF
 * @param externalConnectionPoint id of an external connection point of the VNF
 */
public record InterfaceAttachment(
        String connectionPoint,
        Optional<String> internalLink,
        Optional<String> externalConnectionPoint) {
    /** Returns an interface on a link of the VNF. */
    public static InterfaceAttachment internal(String connectionPoint, String internalLink) {
        return new InterfaceAttachment(
                connectionPoint, Optional.of(internalLink), Optional.empty());
    }

    /** Returns an interface shown outside. */
    public static InterfaceAttachment external(String connectionPoint, String externalPoint) {
        return new InterfaceAttachment(
                connectionPoint, Optional.empty(), Optional.of(externalPoint));
    }
}
