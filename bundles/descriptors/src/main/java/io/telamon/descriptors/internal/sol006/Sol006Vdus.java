/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmDayZero;
import io.telamon.descriptors.internal.osm.OsmInterfaces;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DayZero;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfManagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the VDUs of a SOL006 VNF with the descriptions of resources they refer to. */
final class Sol006Vdus {
    private final MapNode vnfd;
    private final Draft draft;
    private final List<ConnectionPoint> points;
    private final VnfManagement management;
    private final Sol006Resources resources;

    Sol006Vdus(MapNode vnfd, Draft draft, List<ConnectionPoint> points, VnfManagement management) {
        this.vnfd = vnfd;
        this.draft = draft;
        this.points = points;
        this.management = management;
        this.resources = new Sol006Resources(vnfd, draft);
    }

    List<Vdu> read() {
        return vnfd.maps("vdu").stream().map(this::vdu).toList();
    }

    private Vdu vdu(MapNode vdu) {
        String id = vdu.required("id");
        draft.anchor("vdu|" + id, vdu);
        vdu.known("description");
        var storage = resources.storage(vdu);
        var builder =
                Vdu.builder(id, resources.compute(vdu, storage))
                        .name(vdu.textOr("name", ""))
                        .volumes(storage.volumes())
                        .day0(dayZero(vdu))
                        .interfaces(interfaces(id, vdu));
        resources.image(vdu).ifPresent(builder::image);
        return builder.build();
    }

    private DayZero dayZero(MapNode vdu) {
        var osm = OsmDayZero.read(vdu, draft);
        var standard = vdu.text("boot-data");
        return standard.isPresent() && osm.userData().isEmpty()
                ? new DayZero(standard, osm.file(), osm.configDrive(), osm.parameters())
                : osm;
    }

    private List<VduInterface> interfaces(String vduId, MapNode vdu) {
        var result = new ArrayList<VduInterface>();
        for (MapNode point : vdu.maps("int-cpd")) {
            String id = point.required("id");
            point.known("layer-protocol", "description");
            var cards = point.maps("virtual-network-interface-requirement");
            for (Optional<MapNode> card : each(cards)) {
                result.add(one(vduId, point, id, card, result.size()));
            }
        }
        return OsmInterfaces.ordered(result);
    }

    private static List<Optional<MapNode>> each(List<MapNode> cards) {
        return cards.isEmpty()
                ? List.of(Optional.empty())
                : cards.stream().map(Optional::of).toList();
    }

    private VduInterface one(
            String vduId, MapNode point, String id, Optional<MapNode> card, int index) {
        String name = card.flatMap(c -> c.text("name")).orElse(id);
        draft.anchor("vdu|" + vduId + "|" + name, point);
        var hardware = card.flatMap(c -> c.map("virtual-interface"));
        card.ifPresent(c -> c.known("description"));
        var attachment = attachment(vduId, point, id);
        var order = point.count("order");
        var type = hardware.flatMap(h -> h.choice("type", Words::interfaceType));
        var address =
                new InterfaceAddress(
                        card.flatMap(c -> c.text("mac-address")),
                        hardware.flatMap(h -> h.text("vpci")),
                        card.flatMap(c -> c.text("ip-address")),
                        Optional.empty());
        return new VduInterface(
                name,
                card.flatMap(c -> c.count("position")).or(() -> order).orElse(index),
                type.or(() -> point.choice("vnic-type", Words::interfaceType))
                        .orElse(InterfaceType.VIRTIO),
                attachment,
                address,
                traits(point, hardware, attachment));
    }

    private InterfaceAttachment attachment(String vduId, MapNode point, String id) {
        var external =
                points.stream()
                        .filter(p -> p.vduId().equals(Optional.of(vduId)))
                        .filter(p -> p.internalConnectionPoint().equals(Optional.of(id)))
                        .map(ConnectionPoint::id)
                        .findFirst();
        var link = point.text("int-virtual-link-desc");
        if (external.isEmpty() && link.isEmpty()) {
            point.warning(
                    "INTERFACE_UNCONNECTED",
                    "Connection point %s is on no link".formatted(id),
                    "Give it an int-virtual-link-desc or an ext-cpd");
        }
        return new InterfaceAttachment(id, link, external);
    }

    /** Those of the point itself and those of the outer point in front of it. */
    private List<String> rules(MapNode point, Optional<String> external) {
        var outer =
                vnfd.maps("ext-cpd").stream()
                        .filter(known -> external.equals(known.text("id")))
                        .flatMap(known -> known.texts("security-group-rule-id").stream());
        return Stream.concat(point.texts("security-group-rule-id").stream(), outer)
                .distinct()
                .toList();
    }

    private InterfaceTraits traits(
            MapNode point, Optional<MapNode> hardware, InterfaceAttachment attachment) {
        var external = attachment.externalConnectionPoint();
        return new InterfaceTraits(
                OsmInterfaces.bandwidth(hardware)
                        .or(() -> point.longNumber("bitrate-requirement").filter(b -> b > 0)),
                external.isPresent() && external.equals(management.connectionPoint()),
                point.flag("port-security-enabled"),
                List.of(),
                rules(point, external));
    }
}
