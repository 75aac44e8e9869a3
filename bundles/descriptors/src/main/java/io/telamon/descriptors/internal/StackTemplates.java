/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.archive.PackageFiles;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.StackTemplate;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the template that makes a VNF as a whole: the one document of the orchestration service in
 * {@code BaseHOT/<flavour>/}, where Tacker has it, or in {@code hot/}. Files in folders below are
 * its parts.
 */
final class StackTemplates {
    private static final String VERSION = "heat_template_version";

    private final PackageFiles files;
    private final Findings findings;

    private StackTemplates(Draft draft) {
        this.files = draft.files();
        this.findings = draft.findings();
    }

    /** Gives the template to the VNF of a package that has only one. */
    static void find(Draft draft) {
        if (draft.functions().size() == 1) {
            StackTemplates templates = new StackTemplates(draft);
            draft.change(vnf -> templates.of(vnf).map(vnf::with).orElse(vnf));
        }
    }

    private Optional<StackTemplate> of(VnfDescriptor vnf) {
        return in("BaseHOT/" + vnf.defaultFlavour().id() + "/").or(() -> in("hot/"));
    }

    private Optional<StackTemplate> in(String folder) {
        Map<PackageFile, MapNode> found = new LinkedHashMap<>();
        for (PackageFile file : files.all()) {
            String name =
                    file.path().startsWith(folder) ? file.path().substring(folder.length()) : "";
            if (name.matches("[^/]+\\.(ya?ml|template|hot)")) {
                document(file).ifPresent(document -> found.put(file, document));
            }
        }
        if (found.size() > 1) {
            String names =
                    found.keySet().stream()
                            .map(PackageFile::path)
                            .collect(Collectors.joining(", "));
            findings.error(
                    "STACK_AMBIGUOUS",
                    FindingPlace.ofFile(found.keySet().iterator().next().path()),
                    "Several templates could make the VNF: " + names,
                    "Keep one here and put its parts into a folder below");
        }
        return found.entrySet().stream()
                .findFirst()
                .map(entry -> template(folder, entry.getKey(), entry.getValue()));
    }

    /** Other files here are no business of ours, so their faults are not reported. */
    private static Optional<MapNode> document(PackageFile file) {
        return file.content()
                .flatMap(bytes -> TextDocuments.read(file.path(), bytes, new Findings()))
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .filter(map -> map.has(VERSION));
    }

    private StackTemplate template(String folder, PackageFile file, MapNode document) {
        Predicate<PackageFile> part = one -> one.path().startsWith(folder);
        Map<String, Long> sizes =
                files.all().stream()
                        .filter(part)
                        .collect(Collectors.toMap(PackageFile::path, PackageFile::size));
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        document.map("parameters")
                .map(MapNode::mapEntries)
                .orElse(Map.of())
                .forEach((name, one) -> parameters.put(name, !one.has("default")));
        if (!document.has("resources")) {
            findings.error(
                    "FIELD_MISSING",
                    FindingPlace.ofFile(file.path()),
                    "The template has no resources",
                    "Add resources");
        }
        return new StackTemplate(file.path(), sizes, parameters);
    }
}
