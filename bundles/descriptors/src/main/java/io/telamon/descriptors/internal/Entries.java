/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.archive.PackageFiles;
import io.telamon.descriptors.internal.archive.ToscaMeta;
import io.telamon.descriptors.internal.openbaton.OpenBatonReader;
import io.telamon.descriptors.internal.osm.OsmImReader;
import io.telamon.descriptors.internal.read.LanguageReader;
import io.telamon.descriptors.internal.sol006.Sol006Reader;
import io.telamon.descriptors.internal.tosca.Sol001Reader;
import io.telamon.descriptors.internal.tosca.TackerReader;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import io.telamon.model.descriptor.FindingPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the one descriptor of a package among its files. */
final class Entries {
    private static final List<LanguageReader> READERS =
            List.of(
                    new OsmImReader(),
                    new TackerReader(),
                    new Sol001Reader(),
                    new OpenBatonReader(),
                    new Sol006Reader());

    private final PackageFiles files;
    private final Findings findings;

    Entries(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /**
     * A descriptor and who reads it.
     *
     * @param document the parsed file
     * @param reader reader of its language
     */
    record Entry(MapNode document, LanguageReader reader) {}

    Optional<Entry> find(String packageName) {
        if (ToscaMeta.in(files)) {
            return ToscaMeta.entry(files, findings)
                    .flatMap(files::file)
                    .flatMap(file -> parsed(file, packageName));
        }
        var candidates = files.all().stream().filter(this::candidate).toList();
        var entries = candidates.stream().filter(this::recognised).toList();
        if (entries.size() == 1) {
            return parse(entries.get(0), findings);
        }
        if (entries.size() > 1) {
            findings.error(
                    "DESCRIPTOR_AMBIGUOUS",
                    FindingPlace.ofFile(entries.get(1).path()),
                    "%s and %s are both descriptors"
                            .formatted(entries.get(0).path(), entries.get(1).path()),
                    "Keep one descriptor at the top of the package");
            return Optional.empty();
        }
        candidates.forEach(file -> parse(file, findings));
        missing(packageName, candidates);
        return Optional.empty();
    }

    private Optional<Entry> parsed(PackageFile file, String packageName) {
        var entry = parse(file, findings);
        if (entry.isEmpty()) {
            missing(packageName, List.of(file));
        }
        return entry;
    }

    private boolean candidate(PackageFile file) {
        String name = file.path().toLowerCase(Locale.ROOT);
        boolean top = name.indexOf('/') < 0;
        boolean text = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        return files.bare() || top && text && !name.equals("metadata.yaml");
    }

    private boolean recognised(PackageFile file) {
        return parse(file, new Findings()).isPresent();
    }

    private static Optional<Entry> parse(PackageFile file, Findings into) {
        if (file.content().isEmpty()) {
            var place = FindingPlace.ofFile(file.path());
            var text = "%s is too large for a descriptor".formatted(file.path());
            into.error("DOCUMENT_TOO_LARGE", place, text, "Take artifacts out of the descriptor");
            return Optional.empty();
        }
        var document = TextDocuments.read(file.path(), file.content().get(), into);
        return document.filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .flatMap(
                        map ->
                                READERS.stream()
                                        .filter(reader -> reader.speaks(map))
                                        .findFirst()
                                        .map(reader -> new Entry(map, reader)));
    }

    private void missing(String packageName, List<PackageFile> candidates) {
        if (findings.refused()) {
            return;
        }
        boolean xml = files.all().stream().anyMatch(f -> f.path().endsWith(".xml"));
        String place = candidates.isEmpty() ? packageName : candidates.get(0).path();
        findings.error(
                "DESCRIPTOR_MISSING",
                FindingPlace.ofFile(place),
                "No descriptor in a known language was found",
                xml
                        ? "XML instances are not read; convert to YAML or JSON"
                        : "Put one OSM, SOL006, SOL001, Open Baton or Tacker descriptor at the top");
    }
}
