/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.TrafficMatch;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a service or VNF is, without the names a language gives to things it alone has: ids of
 * connection points inside a machine, of flavours and levels, and suffixes OSM adds to them.
 */
public final class Normal {
    private Normal() {}

    /** A machine. */
    public record Machine(
            String id,
            int vcpus,
            long memoryMb,
            long diskGb,
            String image,
            Optional<String> userData,
            List<Card> cards,
            int first,
            int most) {}

    /** A network card: what it is plugged into in the end. */
    public record Card(String name, int position, InterfaceType type, String plug) {}

    /** A VNF. */
    public record Vnf(
            String id,
            String name,
            String provider,
            String version,
            List<Machine> machines,
            List<String> innerLinks,
            Map<String, Map<String, Integer>> growth) {}

    /** A service. */
    public record Service(
            String id,
            String provider,
            String version,
            Map<String, String> vnfdOfMember,
            Map<String, List<String>> joined,
            Map<String, Optional<String>> networks,
            List<String> dependencies,
            List<String> chains) {}

    /** Returns a VNF; the function renames connection points and ids. */
    public static Vnf vnf(VnfDescriptor vnf, UnaryOperator<String> rename) {
        var growth = new TreeMap<String, Map<String, Integer>>();
        vnf.scalingAspects()
                .forEach(a -> growth.put(a.id() + " x" + a.maxLevel(), new TreeMap<>(a.stepTo(1))));
        DescriptorInfo info = vnf.info();
        return new Vnf(
                rename.apply(vnf.id()),
                rename.apply(info.name()),
                info.provider(),
                info.version(),
                vnf.vdus().stream().map(v -> machine(vnf, v, rename)).toList(),
                vnf.virtualLinks().stream()
                        .map(VirtualLink::id)
                        .filter(l -> !outsideOnly(vnf, l))
                        .toList(),
                growth);
    }

    /** A link with one card joins nothing inside: it stands for the service's link. */
    private static boolean outsideOnly(VnfDescriptor vnf, String link) {
        long cards =
                vnf.vdus().stream()
                        .flatMap(v -> v.interfaces().stream())
                        .filter(i -> i.attachment().internalLink().equals(Optional.of(link)))
                        .count();
        return cards == 1;
    }

    private static Machine machine(VnfDescriptor vnf, Vdu vdu, UnaryOperator<String> rename) {
        var flavour = vnf.defaultFlavour();
        return new Machine(
                vdu.id(),
                vdu.compute().vcpus(),
                vdu.compute().memoryMb(),
                vdu.compute().diskGb(),
                vdu.image().map(VduImage::name).orElse(""),
                vdu.day0().userData().map(t -> t.replace("\r", "")),
                vdu.interfaces().stream().map(i -> card(i, rename)).toList(),
                vnf.initialCount(vdu, flavour, Optional.empty()),
                vnf.range(vdu, flavour).max());
    }

    private static Card card(VduInterface card, UnaryOperator<String> rename) {
        var at = card.attachment();
        String plug = at.internalLink().or(at::externalConnectionPoint).orElse("nothing");
        return new Card(card.name(), card.position(), card.type(), rename.apply(plug));
    }

    /** Returns a service. */
    public static Service service(NsDescriptor ns, UnaryOperator<String> rename) {
        var vnfds = new TreeMap<String, String>();
        var joined = new TreeMap<String, List<String>>();
        for (var member : ns.members()) {
            String index = rename.apply(member.memberIndex());
            vnfds.put(index, rename.apply(member.vnfdId()));
            joined.put(
                    index,
                    member.connections().stream()
                            .map(c -> rename.apply(c.connectionPoint()) + "-" + c.virtualLink())
                            .toList());
        }
        var networks = new TreeMap<String, Optional<String>>();
        ns.virtualLinks()
                .forEach(l -> networks.put(l.id(), l.ipProfile().flatMap(IpProfile::cidr)));
        var chains = new ArrayList<String>();
        ns.forwardingGraphs()
                .forEach(g -> g.paths().forEach(p -> chains.add(g.id() + chain(p, rename))));
        return new Service(
                ns.id(),
                ns.info().provider(),
                ns.info().version(),
                vnfds,
                joined,
                networks,
                ns.dependencies().stream().map(d -> d.source() + ">" + d.target()).toList(),
                chains);
    }

    private static String chain(ForwardingPath path, UnaryOperator<String> rename) {
        var text = new StringBuilder("/" + path.id());
        path.hops()
                .forEach(
                        h ->
                                text.append(" ")
                                        .append(h.order())
                                        .append(h.memberIndex())
                                        .append(rename.apply(h.ingress()))
                                        .append(rename.apply(h.egress())));
        path.classifiers()
                .forEach(
                        c -> {
                            text.append(" ").append(c.source());
                            for (TrafficMatch match : c.matches()) {
                                text.append(" ").append(match);
                            }
                        });
        return text.toString();
    }
}
