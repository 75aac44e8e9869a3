/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.ImageAlternative;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resolves the compute, storage and image descriptions that VDUs of a SOL006 VNF refer to. */
final class Sol006Resources {
    private final Map<String, MapNode> computes = new HashMap<>();
    private final Map<String, MapNode> storages = new HashMap<>();
    private final Map<String, MapNode> images = new HashMap<>();
    private final Draft draft;

    Sol006Resources(MapNode vnfd, Draft draft) {
        this.draft = draft;
        index(vnfd, "virtual-compute-desc", computes);
        index(vnfd, "virtual-storage-desc", storages);
        index(vnfd, "sw-image-desc", images);
    }

    private void index(MapNode vnfd, String kind, Map<String, MapNode> into) {
        for (MapNode node : vnfd.maps(kind)) {
            String id = node.required("id");
            if (into.put(id, node) != null) {
                var text = "Two entries of %s have the id %s".formatted(kind, id);
                node.error("ID_DUPLICATE", text, "Give each its own id");
            }
        }
    }

    /**
     * Disks of a VDU.
     *
     * @param rootGb size of the root disk, 0 when the image decides
     * @param volumes further disks
     */
    record Storage(int rootGb, List<VolumeSpec> volumes) {}

    Storage storage(MapNode vdu) {
        int root = 0;
        var volumes = new ArrayList<VolumeSpec>();
        for (DocNode reference : vdu.items("virtual-storage-desc")) {
            var found = resolve(reference, "virtual-storage-desc", storages);
            if (found.isPresent()) {
                MapNode node = found.get();
                String type = Words.upper(node.textOr("type-of-storage", "root_storage"));
                var block = node.map("block-storage-data").orElse(node);
                int size = (int) Math.ceil(block.size("size-of-storage").orElse(0.0));
                node.known("vdu-storage-requirements");
                if (type.startsWith("ROOT") || type.equals("BLOCK") && root == 0) {
                    root = size;
                } else {
                    var image = block.text("sw-image-desc").or(() -> node.text("sw-image-desc"));
                    volumes.add(new VolumeSpec(node.textOr("id", ""), size, kind(type), image));
                }
            }
        }
        return new Storage(root, volumes);
    }

    private static VolumeKind kind(String type) {
        return switch (type) {
            case "EPHEMERAL_STORAGE" -> VolumeKind.EPHEMERAL;
            case "SWAP_STORAGE" -> VolumeKind.SWAP;
            default -> VolumeKind.PERSISTENT;
        };
    }

    ComputeSpec compute(MapNode vdu, Storage storage) {
        var found =
                vdu.get("virtual-compute-desc")
                        .flatMap(r -> resolve(r, "virtual-compute-desc", computes));
        var cpu = found.flatMap(c -> c.map("virtual-cpu"));
        var memory = found.flatMap(c -> c.map("virtual-memory"));
        var extras = new TreeMap<String, String>();
        cpu.ifPresent(c -> extras(c, "virtual-cpu.", "num-virtual-cpu", extras));
        memory.ifPresent(m -> extras(m, "virtual-memory.", "size", extras));
        vdu.text("pdu-type").ifPresent(type -> extras.put("pdu-type", type));
        double gigabytes = memory.flatMap(m -> m.size("size")).orElse(0.5);
        return new ComputeSpec(
                cpu.flatMap(c -> c.count("num-virtual-cpu")).orElse(1),
                Math.round(gigabytes * 1024),
                storage.rootGb(),
                extras,
                Optional.empty());
    }

    private static void extras(MapNode node, String prefix, String own, Map<String, String> into) {
        Values.flat(node)
                .forEach(
                        (key, value) -> {
                            if (!key.equals(own)) {
                                into.put(prefix + key, value);
                            }
                        });
    }

    Optional<VduImage> image(MapNode vdu) {
        var alternatives = new ArrayList<ImageAlternative>();
        for (DocNode other : vdu.items("alternative-sw-image-desc")) {
            resolve(other, "sw-image-desc", images)
                    .ifPresent(
                            i ->
                                    alternatives.add(
                                            new ImageAlternative(i.text("vim-type"), file(i))));
        }
        return vdu.get("sw-image-desc")
                .flatMap(r -> resolve(r, "sw-image-desc", images))
                .map(i -> image(i, alternatives));
    }

    private VduImage image(MapNode image, List<ImageAlternative> alternatives) {
        image.known("version", "provider", "size", "min-disk", "min-ram", "operating-system");
        image.known("supported-virtualization-environment");
        var checksum = image.map("checksum");
        String name = file(image);
        return new VduImage(
                name,
                draft.optionalFile(name, "", "images", "Files/images").map(PackageFile::path),
                checksum.flatMap(
                        c ->
                                c.text("hash")
                                        .map(
                                                h ->
                                                        Sol006Images.checksum(
                                                                c.textOr("algorithm", "md5"), h))),
                image.text("disk-format").map(Sol006Images::lower),
                image.text("container-format").map(Sol006Images::lower),
                alternatives);
    }

    /** OSM looks for {@code image}, else {@code name}; the id is the last resort. */
    private static String file(MapNode image) {
        var name = image.text("name");
        return image.text("image").or(() -> name).orElseGet(() -> image.textOr("id", ""));
    }

    private static Optional<MapNode> resolve(
            DocNode reference, String kind, Map<String, MapNode> known) {
        var id = reference instanceof ScalarNode s ? s.text() : Optional.<String>empty();
        reference.read();
        var found = id.flatMap(i -> Optional.ofNullable(known.get(i)));
        if (found.isEmpty()) {
            var text = "There is no %s with the id %s".formatted(kind, id.orElse("?"));
            reference.error("REFERENCE_DANGLING", text, "Add it or correct the reference");
        }
        return found;
    }
}
