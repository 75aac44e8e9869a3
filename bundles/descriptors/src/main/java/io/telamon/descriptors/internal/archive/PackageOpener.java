/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import io.telamon.catalog.api.PackageSource;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.model.descriptor.FindingPlace;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads all files of a package; whatever is wrong with the archive ends as a finding. */
public final class PackageOpener {
    private final Limits limits;

    /** Creates an opener that keeps to these limits. */
    public PackageOpener(Limits limits) {
        this.limits = limits;
    }

    /** Reads the files; after a finding that stops reading, those read before. */
    public PackageFiles open(PackageSource source, Findings findings) {
        var raw = new TreeMap<String, PackageFile>();
        boolean bare = false;
        var whole = FindingPlace.ofFile(source.fileName());
        try {
            Container container = Container.of(source);
            bare = container == Container.TEXT;
            readAll(source, container, raw, findings);
        } catch (ArchiveRefused refused) {
            findings.error(refused.code(), whole, refused.getMessage(), refused.hint());
        } catch (IOException broken) {
            findings.error(code(broken), whole, describe(source.file(), broken), "Upload it again");
        }
        return PackageFiles.of(raw, bare);
    }

    private void readAll(
            PackageSource source,
            Container container,
            Map<String, PackageFile> raw,
            Findings findings)
            throws IOException {
        var collector = new FileCollector(limits);
        try (EntryCursor cursor = container.open(source, limits)) {
            while (cursor.next()) {
                if (harmless(cursor, raw, findings)) {
                    String path = EntryNames.plain(cursor.name());
                    raw.put(path, collector.read(path, cursor.content()));
                    cursor.finish();
                }
            }
        }
    }

    /** Tells whether the entry is a file to read; reports it when it is nothing to have at all. */
    private static boolean harmless(
            EntryCursor cursor, Map<String, PackageFile> raw, Findings findings) {
        String name = cursor.name();
        var problem = EntryNames.problem(name);
        if (problem.isPresent()) {
            refuse(findings, problem.get(), name, "has a name that leads out of the package");
            return false;
        }
        switch (cursor.type()) {
            case LINK -> refuse(findings, "ENTRY_LINK", name, "is a link");
            case SPECIAL -> refuse(findings, "ENTRY_SPECIAL", name, "is no ordinary file");
            case FILE -> {
                if (!raw.containsKey(EntryNames.plain(name))) {
                    return true;
                }
                refuse(findings, "ENTRY_DUPLICATE", name, "is there twice");
            }
            case DIRECTORY -> {
                return false;
            }
        }
        return false;
    }

    private static void refuse(Findings findings, String code, String name, String what) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        String cut = shown.length() > 200 ? shown.substring(0, 200) + "..." : shown;
        findings.error(
                code,
                FindingPlace.ofFile(cut),
                "Entry %s %s".formatted(cut, what),
                "Pack ordinary files with relative names only");
    }

    private static String code(IOException broken) {
        String text = String.valueOf(broken.getMessage()).toLowerCase(Locale.ROOT);
        boolean cut = broken instanceof EOFException || text.contains("truncated");
        boolean end = text.contains("unexpected end") || text.contains("premature end");
        return cut || end ? "ARCHIVE_TRUNCATED" : "ARCHIVE_BROKEN";
    }

    private static String describe(Path file, IOException broken) {
        return Files.isReadable(file)
                ? "The archive cannot be read to its end"
                        + (broken.getMessage() == null ? "" : ": " + broken.getMessage())
                : "The package cannot be opened";
    }
}
