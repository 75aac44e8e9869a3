/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.StackTemplate;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stack of a VNF whose package brings a template. A parameter of the template gets, in this
 * order, the service's parameter {@code vnf/<member>/stack/<name>}; the network that a connection
 * point is on, when it is named like that point or {@code <point>_network}; for {@code nfv}, the
 * map that Tacker gives: flavor and image of each VDU, network of each connection point; else the
 * template's default.
 */
final class Stacks {
    private static final String NFV = "nfv";

    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;
    private final Links links;
    private final Machines machines;

    Stacks(ServicePicture service, Clouds clouds, Desires desires, Links links, Machines machines) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
        this.links = links;
        this.machines = machines;
    }

    /** Adds the stack of a VNF; a cloud without stacks is refused. */
    void add(VnfInstance vnf, StackTemplate template) {
        LaneId lane = LaneId.of(vnf.vim());
        if (clouds.inventory(lane).isEmpty()) {
            desires.refuse(clouds.silence(lane));
            return;
        }
        if (!clouds.can(lane, VimAbility.STACK)) {
            desires.refuse(
                    ErrorCode.UNSUPPORTED,
                    "Account %s does not offer stacks (%s), wanted by the template %s of member %s",
                    clouds.name(lane),
                    VimAbility.STACK,
                    template.path(),
                    vnf.memberIndex());
            return;
        }
        String key = "vnf/" + vnf.memberIndex() + "/stack";
        StackSpec spec =
                new StackSpec(
                        key.replace('/', '-'),
                        artifact(vnf, template, template.path()),
                        files(vnf, template),
                        parameters(vnf, template));
        desires.add(Desired.own(key, lane, spec));
    }

    private static ArtifactRef artifact(VnfInstance vnf, StackTemplate template, String path) {
        return new ArtifactRef(vnf.vnfPackage(), path, template.files().get(path));
    }

    /** By their names relative to the template, as it names them. */
    private static Map<String, ArtifactRef> files(VnfInstance vnf, StackTemplate template) {
        String folder = template.path().substring(0, template.path().lastIndexOf('/') + 1);
        Map<String, ArtifactRef> files = new TreeMap<>();
        for (String path : template.files().keySet()) {
            if (!path.equals(template.path())) {
                files.put(path.substring(folder.length()), artifact(vnf, template, path));
            }
        }
        return files;
    }

    private Map<String, Value> parameters(VnfInstance vnf, StackTemplate template) {
        Map<String, Value> values = new TreeMap<>();
        template.parameters()
                .forEach(
                        (name, needed) -> {
                            String given = "vnf/" + vnf.memberIndex() + "/stack/" + name;
                            Optional<Value> value =
                                    service.parameter(given)
                                            .map(Value::of)
                                            .or(() -> network(vnf, name));
                            if (value.isPresent()) {
                                values.put(name, value.get());
                            } else if (name.equals(NFV)) {
                                values.putAll(nfv(vnf));
                            } else if (needed) {
                                desires.refuse(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "The template %s of member %s needs %s: give the parameter %s",
                                        template.path(),
                                        vnf.memberIndex(),
                                        name,
                                        given);
                            }
                        });
        return values;
    }

    /** The network of the connection point that the parameter is named after. */
    private Optional<Value> network(VnfInstance vnf, String name) {
        return cards(vnf).stream()
                .filter(
                        card ->
                                isNamed(name, card.attachment().connectionPoint())
                                        || card.attachment()
                                                .externalConnectionPoint()
                                                .filter(point -> isNamed(name, point))
                                                .isPresent())
                .flatMap(card -> outer(vnf, card).stream())
                .findFirst()
                .or(() -> joined(vnf, name));
    }

    /** A VNF without VDUs still says which of its points are on which links. */
    private Optional<Value> joined(VnfInstance vnf, String name) {
        return service.nsd().member(vnf.memberIndex()).stream()
                .flatMap(member -> member.connections().stream())
                .filter(connection -> isNamed(name, connection.connectionPoint()))
                .map(connection -> Value.ref("vld/" + connection.virtualLink()))
                .findFirst();
    }

    private static boolean isNamed(String parameter, String point) {
        return parameter.equals(point) || parameter.equals(point + "_network");
    }

    private List<VduInterface> cards(VnfInstance vnf) {
        return vnfd(vnf).vdus().stream().flatMap(vdu -> vdu.interfaces().stream()).toList();
    }

    private VnfDescriptor vnfd(VnfInstance vnf) {
        return service.vnfds().get(vnf.memberIndex());
    }

    /** The service's network of a card; networks inside the VNF are made by the stack. */
    private Optional<Value> outer(VnfInstance vnf, VduInterface card) {
        return links.of(vnf, card).filter(key -> key.startsWith("vld/")).map(Value::ref);
    }

    private Map<String, Value> nfv(VnfInstance vnf) {
        Map<String, Value> values = new TreeMap<>();
        for (Vdu vdu : vnfd(vnf).vdus()) {
            String prefix = NFV + "/VDU/" + vdu.id() + "/";
            values.put(prefix + "flavor", machines.flavor(vnf, vdu));
            if (vdu.image().isPresent()) {
                values.put(prefix + "image", machines.image(vnf, vdu));
            }
            for (VduInterface card : vdu.interfaces()) {
                String point = NFV + "/CP/" + card.attachment().connectionPoint() + "/network";
                outer(vnf, card).ifPresent(network -> values.put(point, network));
            }
        }
        return values;
    }
}
