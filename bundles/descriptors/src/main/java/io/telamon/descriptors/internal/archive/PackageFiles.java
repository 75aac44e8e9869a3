/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import io.telamon.catalog.api.PackageArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a package by path. A top folder that all files share is left out of the paths. A
 * package that could not be read has none.
 */
public final class PackageFiles {
    private final Map<String, PackageFile> files;
    private final String topFolder;
    private final boolean bare;

    private PackageFiles(Map<String, PackageFile> files, String topFolder, boolean bare) {
        this.files = files;
        this.topFolder = topFolder;
        this.bare = bare;
    }

    /** Returns the files of a package that could not be opened. */
    public static PackageFiles none() {
        return new PackageFiles(Map.of(), "", false);
    }

    static PackageFiles of(Map<String, PackageFile> raw, boolean bare) {
        var tops = raw.keySet().stream().map(PackageFiles::top).distinct().toList();
        boolean shared = !bare && tops.size() == 1 && !tops.get(0).isEmpty();
        String prefix = shared ? tops.get(0) + "/" : "";
        var files = new TreeMap<String, PackageFile>();
        raw.forEach(
                (path, file) -> {
                    String moved = path.substring(prefix.length());
                    files.put(moved, file.moved(moved));
                });
        return new PackageFiles(files, prefix, bare);
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Returns the file at a path. */
    public Optional<PackageFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Returns the file at a path, written with or without the top folder or leading dots. */
    public Optional<PackageFile> lenient(String path) {
        String plain = EntryNames.plain(path);
        boolean full = !topFolder.isEmpty() && plain.startsWith(topFolder);
        return file(plain).or(() -> full ? file(plain.substring(topFolder.length())) : absent());
    }

    private static Optional<PackageFile> absent() {
        return Optional.empty();
    }

    /** Returns all files in the order of their paths. */
    public List<PackageFile> all() {
        return List.copyOf(files.values());
    }

    /** Tells whether the package is a descriptor without an archive around it. */
    public boolean bare() {
        return bare;
    }

    /** Returns what the catalog is told about the files. */
    public List<PackageArtifact> artifacts() {
        var result = new ArrayList<PackageArtifact>();
        for (PackageFile file : files.values()) {
            result.add(
                    new PackageArtifact(file.path(), file.size(), file.digests().get("SHA-256")));
        }
        return result;
    }
}
