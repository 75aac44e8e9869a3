/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.osm.OsmInterfaces;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.VduInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code CP.Tacker}: each is an interface of its VDU on a link of the VNF, and can also be
 * named from outside, by a forwarding graph.
 */
final class TackerPoints {
    private final Map<String, List<VduInterface>> interfaces = new LinkedHashMap<>();
    private final List<ConnectionPoint> external = new ArrayList<>();
    private final List<String> managed = new ArrayList<>();
    private final Map<String, Template> templates;
    private final Draft draft;

    TackerPoints(Map<String, Template> templates, Draft draft) {
        this.templates = templates;
        this.draft = draft;
        templates.values().stream().filter(t -> t.base().equals("CP")).forEach(this::point);
    }

    private void point(Template template) {
        var requirements = template.requirements();
        var link = requirements.target("virtualLink", "virtual_link");
        var vdu = requirements.target("virtualBinding", "virtual_binding");
        for (var requirement : requirements.all()) {
            if (!templates.containsKey(requirement.target())) {
                var text = "There is no node template %s".formatted(requirement.target());
                requirement.at().error("REFERENCE_DANGLING", text, "Add it or correct the name");
            }
        }
        if (vdu.isEmpty()) {
            template.node()
                    .error("FIELD_MISSING", "The CP is bound to no VDU", "Add virtualBinding");
            return;
        }
        String name = template.name();
        draft.anchor("cp|" + name, template.node());
        draft.anchor("vdu|" + vdu.get() + "|" + name, template.node());
        external.add(ConnectionPoint.ofVdu(name, vdu.get(), name));
        var list = interfaces.computeIfAbsent(vdu.get(), v -> new ArrayList<>());
        list.add(one(template, link, list.size()));
    }

    private VduInterface one(Template template, Optional<String> link, int index) {
        var properties = template.properties();
        String name = template.name();
        boolean management = properties.flatMap(p -> p.flag("management")).orElse(false);
        if (management) {
            managed.add(name);
        }
        return new VduInterface(
                properties.flatMap(p -> p.text("name")).orElse(name),
                properties.flatMap(p -> p.count("order")).orElse(index),
                properties
                        .flatMap(p -> p.text("type"))
                        .flatMap(Words::interfaceType)
                        .orElse(InterfaceType.VIRTIO),
                new InterfaceAttachment(name, link, Optional.of(name)),
                new InterfaceAddress(
                        properties.flatMap(p -> p.text("mac_address")),
                        Optional.empty(),
                        properties.flatMap(p -> p.text("ip_address")),
                        Optional.empty()),
                new InterfaceTraits(
                        Optional.empty(),
                        management,
                        properties.flatMap(p -> p.flag("anti_spoofing_protection")),
                        properties.map(p -> p.texts("security_groups")).orElse(List.of()),
                        List.of()));
    }

    List<VduInterface> of(String vdu) {
        return OsmInterfaces.ordered(interfaces.getOrDefault(vdu, List.of()));
    }

    List<ConnectionPoint> external() {
        return List.copyOf(external);
    }

    Optional<String> management() {
        return managed.stream().findFirst();
    }
}
