/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.model.descriptor.FindingPlace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The {@code TOSCA-Metadata/TOSCA.meta} of a CSAR: names the entry definitions. A CSAR without it
 * has its entry at the top (SOL004 option 2).
 */
public final class ToscaMeta {
    private static final String PATH = "TOSCA-Metadata/TOSCA.meta";

    private ToscaMeta() {}

    /** Tells whether the package has the file. */
    public static boolean in(PackageFiles files) {
        return files.file(PATH).isPresent();
    }

    /** Returns the path of the entry definitions; what is wrong with it has been reported. */
    public static Optional<String> entry(PackageFiles files, Findings findings) {
        String text =
                files.file(PATH)
                        .flatMap(PackageFile::content)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.startsWith("Entry-Definitions:")) {
                String path = line.substring(line.indexOf(':') + 1).strip();
                var place = new FindingPlace(PATH, number, 1, "Entry-Definitions");
                return existing(path, files, findings, place);
            }
        }
        findings.error(
                "FIELD_MISSING",
                FindingPlace.ofFile(PATH),
                "The file names no Entry-Definitions",
                "Add Entry-Definitions: Definitions/<file>.yaml");
        return Optional.empty();
    }

    private static Optional<String> existing(
            String path, PackageFiles files, Findings findings, FindingPlace place) {
        var file = files.lenient(path);
        if (file.isEmpty()) {
            var text = "The entry definitions %s are not in the package".formatted(path);
            findings.error("FILE_MISSING", place, text, "Add the file or correct the entry");
        }
        return file.map(PackageFile::path);
    }
}
