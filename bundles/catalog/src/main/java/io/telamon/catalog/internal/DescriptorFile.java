/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.PackageArtifact;
import io.telamon.catalog.api.PackageContents;
import io.telamon.catalog.api.PackageSource;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the descriptor among the files of a package: what TOSCA.meta names, else the file at the
 * top whose name speaks of a descriptor, else the only document there is.
 */
final class DescriptorFile {
    private static final String META = "TOSCA-Metadata/TOSCA.meta";
    private static final int MOST = 16 << 20;
    private static final List<String> WORDS =
            List.of("nsd", "vnfd", "pnfd", "vnffg", "descriptor", "service-template", "main");

    private DescriptorFile() {}

    /** The descriptor as text. */
    static String read(PackageContents contents, PackageSource source, List<PackageArtifact> all) {
        String path = find(contents, source, all);
        return text(contents, source, path);
    }

    /** Opens one file; NOT_FOUND when it is not there. */
    static InputStream open(PackageContents contents, PackageSource source, String path) {
        try {
            return contents.open(source, path);
        } catch (FileNotFoundException absent) {
            throw new TelamonException(
                    ErrorCode.NOT_FOUND,
                    absent,
                    "The package %s has no file %s",
                    source.fileName(),
                    path);
        } catch (IOException broken) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    broken,
                    "File %s of package %s cannot be read: %s",
                    path,
                    source.fileName(),
                    broken.getMessage());
        }
    }

    private static String find(
            PackageContents contents, PackageSource source, List<PackageArtifact> all) {
        if (all.stream().anyMatch(file -> file.path().equals(META))) {
            Optional<String> entry = entryDefinitions(text(contents, source, META));
            if (entry.isPresent()) {
                return entry.get();
            }
        }
        return all.stream()
                .map(PackageArtifact::path)
                .filter(DescriptorFile::document)
                .min(
                        Comparator.comparingInt(DescriptorFile::depth)
                                .thenComparingInt(DescriptorFile::rank)
                                .thenComparing(Comparator.naturalOrder()))
                .orElseGet(() -> single(source, all));
    }

    private static Optional<String> entryDefinitions(String meta) {
        return meta.lines()
                .filter(line -> line.startsWith("Entry-Definitions:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String single(PackageSource source, List<PackageArtifact> all) {
        if (all.size() == 1) {
            return all.get(0).path();
        }
        throw new TelamonException(
                ErrorCode.NOT_FOUND, "The package %s has no descriptor file", source.fileName());
    }

    private static boolean document(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean metadata = lower.endsWith("metadata.yaml") || lower.endsWith("metadata.yml");
        return !metadata
                && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
    }

    private static int depth(String path) {
        return (int) path.chars().filter(sign -> sign == '/').count();
    }

    private static int rank(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains) ? 0 : 1;
    }

    private static String text(PackageContents contents, PackageSource source, String path) {
        try (InputStream in = open(contents, source, path)) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    broken,
                    "File %s of package %s cannot be read: %s",
                    path,
                    source.fileName(),
                    broken.getMessage());
        }
    }
}
