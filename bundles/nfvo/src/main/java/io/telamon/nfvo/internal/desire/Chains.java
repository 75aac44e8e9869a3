/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.TrafficMatch;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.plan.Desired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders forwarding graphs: each path becomes a chain on an SDN controller. */
final class Chains {
    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;

    Chains(ServicePicture service, Clouds clouds, Desires desires) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
    }

    /** Adds a chain for each path. */
    void add() {
        Controllers controllers = new Controllers(service, clouds);
        for (ForwardingGraph graph : service.chainedGraphs()) {
            for (ForwardingPath path : graph.paths()) {
                String key = "vnffg/" + graph.id() + "/" + path.id();
                Controllers.Choice choice = controllers.of(path);
                if (choice.lane() == null) {
                    desires.refuse(
                            ErrorCode.NO_PLACEMENT,
                            "Path %s of forwarding graph %s: %s",
                            path.id(),
                            graph.id(),
                            choice.reason());
                } else {
                    desires.add(Desired.own(key, choice.lane(), chain(key, path)));
                }
            }
        }
    }

    private ChainSpec chain(String key, ForwardingPath path) {
        List<Integer> orders =
                path.hops().stream().map(PathHop::order).distinct().sorted().toList();
        List<ChainSpec.Hop> hops = new ArrayList<>();
        for (PathHop hop : path.hops()) {
            int position = orders.indexOf(hop.order());
            List<Value> in = ports(hop.memberIndex(), hop.ingress());
            List<Value> out = ports(hop.memberIndex(), hop.egress());
            for (int i = 0; i < Math.min(in.size(), out.size()); i++) {
                hops.add(new ChainSpec.Hop(position, in.get(i), out.get(i)));
            }
        }
        List<ChainSpec.Classifier> rules =
                path.classifiers().stream().flatMap(rule -> rules(rule).stream()).toList();
        return new ChainSpec(key, hops, rules, path.symmetrical());
    }

    private List<ChainSpec.Classifier> rules(TrafficClassifier classifier) {
        List<Value> sources =
                classifier
                        .source()
                        .vimPortId()
                        .map(id -> List.of(Value.of(id)))
                        .orElseGet(
                                () ->
                                        classifier.source().memberIndex().isPresent()
                                                ? ports(
                                                        classifier.source().memberIndex().get(),
                                                        classifier
                                                                .source()
                                                                .connectionPoint()
                                                                .orElse(""))
                                                : List.of(Value.of("")));
        List<TrafficMatch> matches =
                classifier.matches().isEmpty()
                        ? List.of(
                                new TrafficMatch(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Map.of()))
                        : classifier.matches();
        List<ChainSpec.Classifier> rules = new ArrayList<>();
        for (Value source : sources) {
            for (TrafficMatch match : matches) {
                String name = classifier.id() + "-" + rules.size();
                rules.add(new ChainSpec.Classifier(name, source, fields(match)));
            }
        }
        return rules;
    }

    private static Map<String, String> fields(TrafficMatch match) {
        Map<String, String> fields = new HashMap<>(match.others());
        match.protocol().ifPresent(number -> fields.put("ip-proto", number.toString()));
        match.sourcePrefix().ifPresent(prefix -> fields.put("source-prefix", prefix));
        match.destinationPrefix().ifPresent(prefix -> fields.put("destination-prefix", prefix));
        match.sourcePorts().ifPresent(range -> fields.put("source-port", text(range)));
        match.destinationPorts().ifPresent(range -> fields.put("destination-port", text(range)));
        return fields;
    }

    private static String text(PortRange range) {
        return range.from() == range.to() ? "" + range.from() : range.from() + "-" + range.to();
    }

    /** Ports of all servers behind an external connection point of a member. */
    private List<Value> ports(String memberIndex, String connectionPoint) {
        Optional<VnfInstance> vnf = service.topology().vnf(memberIndex);
        if (vnf.isEmpty()) {
            return List.of();
        }
        List<Value> ports = new ArrayList<>();
        for (Vdu vdu : service.vnfds().get(memberIndex).vdus()) {
            for (VduInterface card : vdu.interfaces()) {
                if (card.attachment()
                        .externalConnectionPoint()
                        .filter(connectionPoint::equals)
                        .isPresent()) {
                    for (int i = 0; i < vnf.get().counts().getOrDefault(vdu.id(), 0); i++) {
                        String server = ServerKeys.of(memberIndex, vdu.id(), i);
                        ports.add(Value.ref(server, "port/" + card.name()));
                    }
                }
            }
        }
        return ports;
    }
}
