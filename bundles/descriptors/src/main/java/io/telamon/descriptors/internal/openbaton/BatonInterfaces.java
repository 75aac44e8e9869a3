/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.osm.OsmInterfaces;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.VduInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads connection points of components; the components of a VDU should be alike. */
final class BatonInterfaces {
    private final Draft draft;
    private final Set<String> ownLinks;
    private final List<String> serviceLinks;

    BatonInterfaces(Draft draft, Set<String> ownLinks, List<String> serviceLinks) {
        this.draft = draft;
        this.ownLinks = ownLinks;
        this.serviceLinks = serviceLinks;
    }

    List<VduInterface> read(String vduId, List<MapNode> components) {
        List<VduInterface> first = List.of();
        for (MapNode component : components) {
            component.known("id");
            var read = one(vduId, component);
            if (component != components.get(0) && !read.equals(first)) {
                component.warning(
                        "COMPONENT_DIFFERS",
                        "This vnfc has other connection points than the first one of its vdu",
                        "All instances are made like the first; use a vdu of its own");
            } else {
                first = read;
            }
        }
        return first;
    }

    private List<VduInterface> one(String vduId, MapNode component) {
        var result = new ArrayList<VduInterface>();
        for (MapNode point : component.maps("connection_point")) {
            int position = point.count("interfaceId").orElse(result.size());
            String name = "eth" + position;
            draft.anchor("vdu|" + vduId + "|" + name, point);
            point.known("id", "type", "virtual_link_reference_id", "chosenPool");
            String link = point.required("virtual_link_reference");
            checkLink(point, link);
            var own = ownLinks.contains(link) ? Optional.of(link) : Optional.<String>empty();
            var pool = point.text("chosenPool");
            var floating = point.text("floatingIp").map(f -> pool.orElse(f));
            result.add(
                    new VduInterface(
                            name,
                            position,
                            InterfaceType.VIRTIO,
                            new InterfaceAttachment(name, own, Optional.of(link)),
                            new InterfaceAddress(
                                    Optional.empty(),
                                    Optional.empty(),
                                    point.text("fixedIp"),
                                    floating),
                            InterfaceTraits.plain()));
        }
        return OsmInterfaces.ordered(result);
    }

    private void checkLink(MapNode point, String link) {
        boolean known = ownLinks.contains(link) || serviceLinks.contains(link);
        if (!known && !link.isEmpty()) {
            point.error(
                    "REFERENCE_DANGLING",
                    "There is no virtual_link named %s".formatted(link),
                    "Add it to the VNFD's virtual_link");
        }
    }
}
