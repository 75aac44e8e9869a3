/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.PackageId;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service with the descriptors of its members, as decided so far.
 *
 * @param nsd the service's descriptor
 * @param vnfds descriptor of each member, by member index
 * @param packages package of each member's descriptor, by member index
 * @param topology decisions: placement, counts, parameters
 * @param images images that came with the packages; read before, so that asking needs no store
 */
public record ServicePicture(
        NsDescriptor nsd,
        Map<String, VnfDescriptor> vnfds,
        Map<String, PackageId> packages,
        Topology topology,
        PackagedImages images) {
    /** Copies the maps. */
    public ServicePicture {
        vnfds = Map.copyOf(vnfds);
        packages = Map.copyOf(packages);
    }

    /** The same service after another decision. */
    public ServicePicture with(Topology next) {
        return new ServicePicture(nsd, vnfds, packages, next, images);
    }

    /** The forwarding graphs, but for those that a person chose to leave out. */
    List<ForwardingGraph> chainedGraphs() {
        return parameter("forwarding-graphs").filter("skip"::equals).isPresent()
                ? List.of()
                : nsd.forwardingGraphs();
    }

    /** True when a path leads through this connection point, so that it must let others' pass. */
    boolean isPassed(String memberIndex, String connectionPoint) {
        return chainedGraphs().stream()
                .flatMap(graph -> graph.paths().stream())
                .flatMap(path -> path.hops().stream())
                .filter(hop -> hop.memberIndex().equals(memberIndex))
                .anyMatch(
                        hop ->
                                hop.ingress().equals(connectionPoint)
                                        || hop.egress().equals(connectionPoint));
    }

    /** A parameter, empty when it was not given. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(topology.parameters().get(name));
    }
}
