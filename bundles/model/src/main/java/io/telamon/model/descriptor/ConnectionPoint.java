/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * What a VNF or PNF shows outside (SOL006 {@code ext-cpd}, SOL001 {@code VnfExtCp} or an exposed
 * {@code VduCp}, OSM {@code connection-point}). Exactly one of VDU and internal link is behind it
 * for a VNF; neither for a PNF.
 *
 * @param id identifier used by services
 * @param name name for people
 * @param vduId VDU behind it
 * @param internalConnectionPoint interface connection point of that VDU, equal to {@link
 *     InterfaceAttachment#connectionPoint()}
 * @param internalLink internal link opened by it, when no VDU is behind it
 * @param kubernetesNetwork network of the cluster it stands for ({@code k8s-cluster-net})
 */
public record ConnectionPoint(
        String id,
        String name,
        Optional<String> vduId,
        Optional<String> internalConnectionPoint,
        Optional<String> internalLink,
        Optional<String> kubernetesNetwork) {
    /** A blank name becomes the id. */
    public ConnectionPoint {
        name = name.isBlank() ? id : name;
    }

    /** Returns a point in front of one VDU interface. */
    public static ConnectionPoint ofVdu(String id, String vduId, String internalConnectionPoint) {
        return new ConnectionPoint(
                id,
                id,
                Optional.of(vduId),
                Optional.of(internalConnectionPoint),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns a point with nothing virtual behind it. */
    public static ConnectionPoint bare(String id) {
        return new ConnectionPoint(
                id, id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
