/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.VduImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads software images: data in the properties, the file as an artifact. */
final class Sol001Images {
    private Sol001Images() {}

    static Optional<VduImage> read(Template owner, Draft draft) {
        var artifact =
                owner
                        .node()
                        .map("artifacts")
                        .map(MapNode::mapEntries)
                        .orElse(Map.of())
                        .values()
                        .stream()
                        .filter(a -> a.textOr("type", "").endsWith("SwImage"))
                        .findFirst();
        var data =
                owner.properties()
                        .flatMap(p -> p.map("sw_image_data"))
                        .or(() -> artifact.flatMap(a -> a.map("properties")));
        if (data.isEmpty()) {
            return Optional.empty();
        }
        MapNode image = data.get();
        image.known("version", "provider", "size", "min_disk", "min_ram", "operating_system");
        image.known("supported_virtualisation_environments");
        artifact.ifPresent(a -> a.known("type", "description", "properties"));
        var checksum = image.map("checksum");
        return Optional.of(
                new VduImage(
                        image.required("name"),
                        artifact.flatMap(a -> file(a, draft)),
                        checksum.flatMap(c -> checksum(c)),
                        image.text("disk_format").map(t -> t.toLowerCase(Locale.ROOT)),
                        image.text("container_format").map(t -> t.toLowerCase(Locale.ROOT)),
                        List.of()));
    }

    private static Optional<String> checksum(MapNode node) {
        String algorithm = node.textOr("algorithm", "sha-256").toLowerCase(Locale.ROOT);
        return node.text("hash").map(h -> algorithm + ":" + h.toLowerCase(Locale.ROOT));
    }

    /** The path is relative to the file, though many write it relative to the package. */
    private static Optional<String> file(MapNode artifact, Draft draft) {
        var written = artifact.text("file");
        if (written.isEmpty() || written.get().contains("://")) {
            return Optional.empty();
        }
        DocNode at = artifact.get("file").orElseThrow();
        String relative = Paths.resolve(at.place().file(), written.get());
        return draft.optionalFile(relative, "")
                .or(() -> draft.file(at, written.get(), ""))
                .map(PackageFile::path);
    }
}
