/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfManagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the interfaces of a VDU in OSM's information model. */
final class ImInterfaces {
    private final MapNode vdu;
    private final Draft draft;

    ImInterfaces(MapNode vdu, Draft draft) {
        this.vdu = vdu;
        this.draft = draft;
    }

    List<VduInterface> read(
            String vduId, VnfManagement management, Map<String, String> linkOfInternalPoint) {
        var result = new ArrayList<VduInterface>();
        for (MapNode node : vdu.maps("interface")) {
            String name = node.required("name");
            draft.anchor("vdu|" + vduId + "|" + name, node);
            var attachment = attachment(node, name, linkOfInternalPoint);
            var hardware = node.map("virtual-interface");
            int position = node.count("position").orElse(result.size());
            boolean managed =
                    node.flag("mgmt-interface").orElse(false)
                            || attachment
                                    .externalConnectionPoint()
                                    .filter(
                                            cp ->
                                                    management
                                                            .connectionPoint()
                                                            .equals(Optional.of(cp)))
                                    .isPresent();
            result.add(
                    new VduInterface(
                            name,
                            position,
                            hardware.flatMap(h -> h.choice("type", Words::interfaceType))
                                    .orElse(InterfaceType.VIRTIO),
                            attachment,
                            new InterfaceAddress(
                                    node.text("mac-address"),
                                    hardware.flatMap(h -> h.text("vpci")),
                                    Optional.empty(),
                                    Optional.empty()),
                            new InterfaceTraits(
                                    OsmInterfaces.bandwidth(hardware),
                                    managed,
                                    portSecurity(node),
                                    List.of(),
                                    List.of())));
        }
        return OsmInterfaces.ordered(result);
    }

    private InterfaceAttachment attachment(
            MapNode node, String name, Map<String, String> linkOfInternalPoint) {
        node.known("type");
        var external =
                node.text("external-connection-point-ref")
                        .or(() -> node.text("vnfd-connection-point-ref"));
        var internal =
                node.text("internal-connection-point-ref")
                        .or(() -> node.text("vdu-internal-connection-point-ref"));
        var link = internal.flatMap(point -> Optional.ofNullable(linkOfInternalPoint.get(point)));
        if (external.isEmpty() && link.isEmpty()) {
            node.warning(
                    "INTERFACE_UNCONNECTED",
                    "Interface %s is on no link".formatted(name),
                    "Name its connection point in an internal-vld or show it outside");
        }
        return new InterfaceAttachment(internal.orElse(name), link, external);
    }

    /** Looks the flag up at the connection point the interface names. */
    private Optional<Boolean> portSecurity(MapNode node) {
        var own = node.text("internal-connection-point-ref");
        for (MapNode point : vdu.maps("internal-connection-point")) {
            boolean same = own.isPresent() && own.equals(point.text("id"));
            if (same && point.has("port-security-enabled")) {
                return point.flag("port-security-enabled");
            }
        }
        return Optional.empty();
    }
}
