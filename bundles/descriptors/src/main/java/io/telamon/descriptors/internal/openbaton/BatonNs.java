/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfMember;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an Open Baton NSD; each VNFD inside becomes a VNF of its own. */
final class BatonNs {
    private final MapNode nsd;
    private final Draft draft;
    private final Map<String, VnfDescriptor> inline = new LinkedHashMap<>();
    private final Map<String, String> memberOfType = new HashMap<>();

    BatonNs(MapNode nsd, Draft draft) {
        this.nsd = nsd;
        this.draft = draft;
    }

    void read() {
        draft.anchor("ns", nsd);
        var info =
                Values.info(
                        nsd.required("name"),
                        "",
                        nsd.textOr("vendor", ""),
                        nsd.textOr("version", ""));
        var links = nsd.maps("vld").stream().map(l -> BatonLinks.read(l, draft)).toList();
        var linkIds = links.stream().map(VirtualLink::id).toList();
        var members = new ArrayList<VnfMember>();
        for (MapNode vnfd : nsd.maps("vnfd")) {
            members.add(member(info.id(), vnfd, linkIds));
        }
        inline.values().forEach(draft::function);
        draft.service(
                NsDescriptor.builder(info)
                        .members(members)
                        .pnfMembers(physical())
                        .virtualLinks(links)
                        .dependencies(dependencies())
                        .build());
    }

    private VnfMember member(String service, MapNode vnfd, List<String> links) {
        if (!vnfd.has("name") && vnfd.has("id")) {
            return reference(vnfd, links);
        }
        String name = vnfd.required("name");
        draft.anchor("member|" + name, vnfd);
        var reader = new BatonVnf(vnfd, draft, BatonMetadata.none());
        draft.scope(service + "/" + name);
        var function = reader.read(service + "/" + name, links);
        draft.scope("");
        if (inline.put(name, function) != null) {
            var text = "Two VNFDs have the name %s".formatted(name);
            vnfd.error("ID_DUPLICATE", text, "Names are unique in a service");
        }
        vnfd.text("type").ifPresent(type -> memberOfType.putIfAbsent(type, name));
        var joined =
                function.connectionPoints().stream()
                        .map(ConnectionPoint::id)
                        .filter(links::contains)
                        .map(id -> LinkConnection.of(id, id))
                        .toList();
        return new VnfMember(name, function.id(), Optional.empty(), Optional.empty(), joined);
    }

    /** A VNFD named by {@code vendor/name/version} or id: its links are joined by their names. */
    private VnfMember reference(MapNode vnfd, List<String> links) {
        String id = vnfd.required("id");
        String[] parts = id.split("/");
        String name = parts.length == 3 ? parts[1] : id;
        draft.anchor("member|" + name, vnfd);
        var joined = links.stream().map(l -> LinkConnection.of(l, l)).toList();
        return new VnfMember(name, id, Optional.empty(), Optional.empty(), joined);
    }

    private List<PnfMember> physical() {
        var result = new ArrayList<PnfMember>();
        for (MapNode pnfd : nsd.maps("pnfd")) {
            String name = pnfd.text("name").orElseGet(() -> pnfd.required("id"));
            result.add(new PnfMember(name, pnfd.textOr("id", name), List.of()));
        }
        return result;
    }

    private List<MemberDependency> dependencies() {
        var merged = new LinkedHashMap<String, MemberDependency>();
        for (MapNode node : nsd.maps("vnf_dependency")) {
            var parameters = node.texts("parameters");
            node.known("id", "source_id", "target_id");
            add(merged, new MemberDependency(end(node, "source"), end(node, "target"), parameters));
        }
        for (var vnf : inline.entrySet()) {
            vnf.getValue()
                    .behaviour()
                    .requires()
                    .forEach(
                            (source, parameters) ->
                                    add(
                                            merged,
                                            new MemberDependency(
                                                    memberOf(source), vnf.getKey(), parameters)));
        }
        return List.copyOf(merged.values());
    }

    /** A source is named by its VNFD's name or by its type. */
    private String memberOf(String source) {
        return inline.containsKey(source) ? source : memberOfType.getOrDefault(source, source);
    }

    private String end(MapNode node, String side) {
        var named = node.get(side).filter(MapNode.class::isInstance).flatMap(n -> n.asMap(side));
        String name = named.map(n -> n.required("name")).orElseGet(() -> node.required(side));
        draft.anchor("dependency|" + name, node);
        return name;
    }

    private static void add(Map<String, MemberDependency> merged, MemberDependency more) {
        String key = more.source() + " > " + more.target();
        merged.merge(
                key,
                more,
                (a, b) -> {
                    var names = new LinkedHashSet<>(a.parameters());
                    names.addAll(b.parameters());
                    return new MemberDependency(a.source(), a.target(), List.copyOf(names));
                });
    }
}
