/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import io.telamon.model.descriptor.DayZero;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code Metadata.yaml} of a VNF package.
 *
 * @param present whether there is one
 * @param scriptsElsewhere whether scripts come from a git repository
 * @param images names of images the package brings or wants
 */
record BatonMetadata(boolean present, boolean scriptsElsewhere, List<String> images) {
    private static final String FILE = "Metadata.yaml";

    static BatonMetadata none() {
        return new BatonMetadata(false, false, List.of());
    }

    static BatonMetadata read(Draft draft) {
        var content = draft.optionalFile(FILE, "").flatMap(PackageFile::content);
        var document =
                content.flatMap(bytes -> TextDocuments.read(FILE, bytes, draft.findings()))
                        .flatMap(n -> n.asMap(FILE));
        return document.map(m -> read(m, draft)).orElseGet(BatonMetadata::none);
    }

    private static BatonMetadata read(MapNode metadata, Draft draft) {
        draft.document(metadata);
        for (String key : List.of("vim_types", "nfvo_version", "scripts_link", "os_id")) {
            String other = key.replace('_', '-');
            if (metadata.keys().contains(key) && metadata.keys().contains(other)) {
                var text = "%s and %s say the same".formatted(key, other);
                metadata.error("KEY_DUPLICATE", text, "Keep one of the two");
            }
        }
        metadata.required("name");
        metadata.known("description", "provider", "vendor", "version", "type", "tag");
        metadata.known("vim_types", "vim-types", "nfvo_version", "nfvo-version");
        var link = metadata.text("scripts-link").or(() -> metadata.text("scripts_link"));
        return new BatonMetadata(true, link.isPresent(), images(metadata));
    }

    private static List<String> images(MapNode metadata) {
        var result = new ArrayList<String>();
        metadata.map("images")
                .ifPresent(
                        images -> {
                            result.addAll(images.keys());
                            images.readAll();
                        });
        metadata.map("image").ifPresent(image -> result.addAll(image.texts("names")));
        metadata.map("image").ifPresent(image -> image.known("upload", "ids", "link"));
        return result;
    }

    /** A script of this name is no event's script but the machine's user data. */
    DayZero dayZero(Draft draft) {
        return present
                ? draft.optionalFile("userdata.sh", "scripts")
                        .or(() -> draft.optionalFile("user-data.sh", "scripts"))
                        .flatMap(Draft::text)
                        .map(DayZero::of)
                        .orElseGet(DayZero::none)
                : DayZero.none();
    }
}
