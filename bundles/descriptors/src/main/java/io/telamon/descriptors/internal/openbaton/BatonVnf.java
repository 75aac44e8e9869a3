/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.MonitoringParameter;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfBehaviour;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an Open Baton VNFD. */
final class BatonVnf {
    private final MapNode vnfd;
    private final Draft draft;
    private final BatonMetadata metadata;

    BatonVnf(MapNode vnfd, Draft draft, BatonMetadata metadata) {
        this.vnfd = vnfd;
        this.draft = draft;
        this.metadata = metadata;
    }

    /** Returns the id by which a service names a VNFD outside of it. */
    static String globalId(MapNode vnfd) {
        return String.join(
                "/", vnfd.textOr("vendor", ""), vnfd.required("name"), vnfd.textOr("version", ""));
    }

    /**
     * Reads the VNFD.
     *
     * @param id id it gets in the model
     * @param serviceLinks links of the service around it, which its connections may name too
     */
    VnfDescriptor read(String id, List<String> serviceLinks) {
        draft.anchor("vnf", vnfd);
        var info =
                Values.info(
                        id,
                        vnfd.textOr("name", ""),
                        vnfd.textOr("vendor", ""),
                        vnfd.textOr("version", ""));
        vnfd.required("type");
        var own = vnfd.maps("virtual_link").stream().map(l -> BatonLinks.read(l, draft)).toList();
        var known = new LinkedHashSet<>(own.stream().map(VirtualLink::id).toList());
        var vdus = new BatonVdus(vnfd, draft, metadata).read(known, serviceLinks);
        return VnfDescriptor.builder(info)
                .vdus(vdus)
                .virtualLinks(own)
                .connectionPoints(points(vdus))
                .flavours(List.of(DeploymentFlavour.scaling("default", aspects(vdus))))
                .behaviour(behaviour())
                .vduDependencies(dependencies())
                .build();
    }

    /** Every link a connection names can be joined by the service. */
    private static List<ConnectionPoint> points(List<Vdu> vdus) {
        return vdus.stream()
                .flatMap(v -> v.interfaces().stream())
                .flatMap(i -> i.attachment().externalConnectionPoint().stream())
                .distinct()
                .map(
                        link ->
                                new ConnectionPoint(
                                        link,
                                        link,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(link),
                                        Optional.empty()))
                .toList();
    }

    private static List<ScalingAspect> aspects(List<Vdu> vdus) {
        return vdus.stream()
                .filter(v -> v.count().max() > v.count().initial())
                .map(
                        v ->
                                ScalingAspect.uniform(
                                        "scale-" + v.id(),
                                        v.count().max() - v.count().initial(),
                                        v.id(),
                                        1))
                .toList();
    }

    private VnfBehaviour behaviour() {
        var parameters = new LinkedHashMap<String, String>();
        vnfd.map("configurations")
                .ifPresent(
                        c -> {
                            c.known("name", "id");
                            for (MapNode p : c.maps("configurationParameters")) {
                                parameters.put(p.required("confKey"), p.textOr("value", ""));
                                p.known("description", "id");
                            }
                        });
        return new VnfBehaviour(
                Optional.of(vnfd.required("endpoint")),
                new BatonScripts(draft, metadata, vnfd.has("vnfPackageLocation")).read(vnfd),
                List.of(),
                parameters,
                vnfd.texts("provides"),
                requires(),
                monitoring(),
                List.of());
    }

    private Map<String, List<String>> requires() {
        var result = new LinkedHashMap<String, List<String>>();
        vnfd.map("requires")
                .map(MapNode::mapEntries)
                .orElse(Map.of())
                .forEach((source, node) -> result.put(source, node.texts("parameters")));
        return result;
    }

    private List<MonitoringParameter> monitoring() {
        return vnfd.texts("monitoring_parameter").stream()
                .map(m -> new MonitoringParameter(m, m, m, Optional.empty(), Optional.empty()))
                .toList();
    }

    private List<MemberDependency> dependencies() {
        var result = new ArrayList<MemberDependency>();
        for (MapNode node : vnfd.maps("vdu_dependency")) {
            String source = node.required("source");
            result.add(new MemberDependency(source, node.required("target"), List.of()));
        }
        return result;
    }
}
