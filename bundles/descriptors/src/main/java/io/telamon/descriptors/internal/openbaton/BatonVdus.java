/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.ImageAlternative;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduPlacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the VDUs of an Open Baton VNFD with their components. */
final class BatonVdus {
    private final MapNode vnfd;
    private final Draft draft;
    private final BatonMetadata metadata;

    BatonVdus(MapNode vnfd, Draft draft, BatonMetadata metadata) {
        this.vnfd = vnfd;
        this.draft = draft;
        this.metadata = metadata;
    }

    List<Vdu> read(Set<String> ownLinks, List<String> serviceLinks) {
        var result = new ArrayList<Vdu>();
        var nodes = vnfd.maps("vdu");
        if (nodes.isEmpty()) {
            vnfd.error("FIELD_MISSING", "A VNFD needs at least one vdu", "Add one");
        }
        for (MapNode vdu : nodes) {
            String name = vdu.text("name").filter(n -> !n.isBlank()).orElse("");
            String id = name.isEmpty() ? "vdu-" + (result.size() + 1) : name;
            draft.anchor("vdu|" + id, vdu);
            result.add(vdu(id, vdu, new BatonInterfaces(draft, ownLinks, serviceLinks)));
        }
        return result;
    }

    private Vdu vdu(String id, MapNode vdu, BatonInterfaces interfaces) {
        var components = vdu.maps("vnfc");
        int most = vdu.count("scale_in_out").orElse(Math.max(1, components.size()));
        var counted = vdu.get("scale_in_out").orElse(vdu);
        int first = components.size();
        var builder =
                Vdu.builder(id, compute(vdu))
                        .count(Values.range(counted, Math.min(1, first), first, most))
                        .interfaces(interfaces.read(id, components))
                        .day0(metadata.dayZero(draft))
                        .placement(new VduPlacement(vdu.texts("vimInstanceName"), Optional.empty()))
                        .labels(labels(vdu));
        image(vdu).ifPresent(builder::image);
        return builder.build();
    }

    private static Map<String, String> labels(MapNode vdu) {
        var result = new LinkedHashMap<String, String>();
        vdu.text("hostname").ifPresent(h -> result.put("hostname", h));
        vdu.map("metadata").map(MapNode::textEntries).ifPresent(result::putAll);
        return result;
    }

    private ComputeSpec compute(MapNode vdu) {
        var flavour = vnfd.maps("deployment_flavour").stream().findFirst();
        flavour.ifPresent(f -> f.known("id", "df_constraint", "costituent_vdu"));
        var name =
                vdu.text("computation_requirement")
                        .filter(n -> !n.isBlank())
                        .or(() -> flavour.flatMap(f -> f.text("flavour_key")));
        if (name.isEmpty()) {
            vdu.error(
                    "FIELD_MISSING",
                    "Neither the VNFD nor the VDU names a flavour",
                    "Add deployment_flavour to the VNFD");
        }
        return new ComputeSpec(
                flavour.flatMap(f -> f.count("vcpus")).orElse(0),
                flavour.flatMap(f -> f.count("ram")).orElse(0),
                flavour.flatMap(f -> f.count("disk")).orElse(0),
                Map.of(),
                name);
    }

    private Optional<VduImage> image(MapNode vdu) {
        var names = vdu.texts("vm_image");
        if (names.isEmpty()) {
            names = metadata.images();
        }
        if (names.isEmpty()) {
            vdu.error("FIELD_MISSING", "The VDU names no image", "Add vm_image");
            return Optional.empty();
        }
        var others =
                names.stream().skip(1).map(n -> new ImageAlternative(Optional.empty(), n)).toList();
        return Optional.of(
                new VduImage(
                        names.get(0),
                        draft.optionalFile(names.get(0), "images", "").map(PackageFile::path),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        others));
    }
}
