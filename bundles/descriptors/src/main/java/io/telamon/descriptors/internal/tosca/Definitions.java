/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.Inputs;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The templates of a TOSCA service and the types they bring: the entry file with everything it
 * imports from the package. The standard's own type files are never read: what has to be known
 * about those types is in this reader.
 */
final class Definitions {
    private static final Pattern KNOWN =
            Pattern.compile(
                    ".*(etsi_nfv_sol001|nfv_common_types|nfv_vnfd_types|nfv_nsd_types|nfv_pnfd_types"
                            + "|tosca_simple|TOSCA_definition|tosca_nfv).*");
    private static final String STANDARD = "tosca.nodes.nfv.";
    private static final int DEEPEST = 32;

    private final List<MapNode> documents = new ArrayList<>();
    private final Map<String, MapNode> types = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Draft draft;

    Definitions(MapNode entry, Draft draft) {
        this.draft = draft;
        seen.add(entry.place().file());
        load(entry);
    }

    private void load(MapNode document) {
        document.read();
        Inputs.resolve(document);
        document.known("tosca_definitions_version", "description", "metadata");
        documents.add(document);
        document.map("node_types").map(MapNode::mapEntries).ifPresent(types::putAll);
        for (DocNode item : document.items("imports")) {
            imports(item).forEach(file -> follow(document, item, file));
        }
    }

    /** An import is a text, a map with {@code file}, or a named map around one of them. */
    private static List<String> imports(DocNode item) {
        if (item instanceof ScalarNode scalar) {
            scalar.read();
            return scalar.text().stream().toList();
        }
        if (item instanceof MapNode map) {
            map.readAll();
            var file = map.text("file");
            return file.isPresent()
                    ? file.stream().toList()
                    : map.entries().values().stream().flatMap(v -> imports(v).stream()).toList();
        }
        return List.of();
    }

    private void follow(MapNode from, DocNode at, String file) {
        if (file.contains("://") || KNOWN.matcher(file).matches()) {
            return;
        }
        String path = Paths.resolve(from.place().file(), file);
        if (!seen.add(path)) {
            return;
        }
        if (seen.size() > DEEPEST) {
            at.error("DOCUMENT_TOO_DEEP", "More than %d files are imported".formatted(DEEPEST), "");
            return;
        }
        draft.file(at, path, "")
                .flatMap(PackageFile::content)
                .flatMap(bytes -> TextDocuments.read(path, bytes, draft.findings()))
                .flatMap(node -> node.asMap(path))
                .ifPresent(
                        document -> {
                            draft.document(document);
                            load(document);
                        });
    }

    /** Returns the topologies of all files, the entry's first. */
    List<Topology> topologies() {
        return documents.stream()
                .flatMap(d -> d.map("topology_template").stream())
                .map(t -> new Topology(t, this))
                .toList();
    }

    /**
     * Returns the standard's type that a type is derived from, without {@code tosca.nodes.nfv.};
     * the type itself when it is derived from nothing known.
     */
    String base(String type) {
        String at = type;
        for (int i = 0; i < DEEPEST && !at.startsWith(STANDARD); i++) {
            var parent = Optional.ofNullable(types.get(at)).flatMap(t -> t.text("derived_from"));
            if (parent.isEmpty()) {
                return at;
            }
            at = parent.get();
        }
        return at.startsWith(STANDARD) ? at.substring(STANDARD.length()) : at;
    }

    /** Returns the default of a type's property, or its only allowed value. */
    Optional<String> constant(String type, String property) {
        String at = type;
        for (int i = 0; i < DEEPEST && types.containsKey(at); i++) {
            MapNode node = types.get(at);
            var found =
                    node.map("properties").flatMap(p -> p.map(property)).flatMap(this::constant);
            if (found.isPresent()) {
                return found;
            }
            at = node.textOr("derived_from", "");
        }
        return Optional.empty();
    }

    private Optional<String> constant(MapNode property) {
        if (property.get("default").filter(ScalarNode.class::isInstance).isPresent()) {
            return property.text("default");
        }
        for (MapNode constraint : property.maps("constraints")) {
            var values = constraint.texts("valid_values");
            if (values.size() == 1) {
                return Optional.of(values.get(0));
            }
        }
        return Optional.empty();
    }
}
