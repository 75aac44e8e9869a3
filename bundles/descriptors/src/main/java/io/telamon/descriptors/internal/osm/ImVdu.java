/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.ImageAlternative;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VnfManagement;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a {@code vdu} of OSM's information model. */
final class ImVdu {
    private final MapNode vdu;
    private final Draft draft;

    ImVdu(MapNode vdu, Draft draft) {
        this.vdu = vdu;
        this.draft = draft;
    }

    Vdu read(VnfManagement management, Map<String, String> linkOfInternalPoint) {
        String id = vdu.required("id");
        draft.anchor("vdu|" + id, vdu);
        int count = vdu.count("count").orElse(1);
        for (MapNode point : vdu.maps("internal-connection-point")) {
            point.known("id", "name", "short-name", "type", "port-security-enabled");
        }
        var image = image();
        var function = image.flatMap(i -> OsmServerless.function(i.name(), vdu, draft));
        vdu.known("description");
        var builder = Vdu.builder(id, compute());
        function.ifPresentOrElse(builder::function, () -> image.ifPresent(builder::image));
        return builder.name(vdu.textOr("name", ""))
                .volumes(volumes())
                .day0(OsmDayZero.read(vdu, draft))
                .interfaces(new ImInterfaces(vdu, draft).read(id, management, linkOfInternalPoint))
                .count(Values.range(vdu.get("count").orElse(vdu), count, count, count))
                .build();
    }

    private ComputeSpec compute() {
        var flavor = vdu.map("vm-flavor");
        var extras = new TreeMap<String, String>();
        for (String epa : List.of("guest-epa", "vswitch-epa", "hypervisor-epa", "host-epa")) {
            vdu.map(epa)
                    .ifPresent(m -> Values.flat(m).forEach((k, v) -> extras.put(epa + "." + k, v)));
        }
        vdu.text("pdu-type").ifPresent(type -> extras.put("pdu-type", type));
        return new ComputeSpec(
                flavor.flatMap(f -> f.count("vcpu-count")).orElse(1),
                flavor.flatMap(f -> f.count("memory-mb")).orElse(512),
                flavor.flatMap(f -> f.count("storage-gb")).orElse(0),
                extras,
                Optional.empty());
    }

    private Optional<VduImage> image() {
        var alternatives = new ArrayList<ImageAlternative>();
        for (MapNode other : vdu.maps("alternative-images")) {
            alternatives.add(new ImageAlternative(other.text("vim-type"), other.required("image")));
            other.known("image-checksum");
        }
        var checksum = vdu.text("image-checksum").map(c -> "md5:" + c.toLowerCase(Locale.ROOT));
        return vdu.text("image")
                .map(
                        name ->
                                new VduImage(
                                        name,
                                        draft.optionalFile(name, "images", "")
                                                .map(PackageFile::path),
                                        checksum,
                                        Optional.empty(),
                                        Optional.empty(),
                                        alternatives));
    }

    private List<VolumeSpec> volumes() {
        var result = new ArrayList<VolumeSpec>();
        for (MapNode volume : vdu.maps("volumes")) {
            boolean ephemeral = volume.flag("ephemeral").orElse(false);
            volume.known("description", "device-bus", "device-type");
            result.add(
                    new VolumeSpec(
                            volume.required("name"),
                            volume.count("size").orElse(1),
                            ephemeral ? VolumeKind.EPHEMERAL : VolumeKind.PERSISTENT,
                            volume.text("image")));
        }
        return result;
    }
}
