/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.northbound.api.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The originals on disk: {@code <folder>/<package id>/original}, on disk and under their final name
 * before a row names them. A {@code pending} mark stands beside the original from before the move
 * until after the commit; what still carries it at start and has no row is removed. Thread-safe.
 */
final class PackageFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PackageFiles.class);
    private static final String ORIGINAL = "original";
    private static final String PENDING = "pending";

    private final Path folder;
    private final Path incoming;
    private final long maxBytes;

    PackageFiles(Path folder, long maxBytes) {
        this.folder = folder;
        this.incoming = folder.resolve(".incoming");
        this.maxBytes = maxBytes;
        attempt("make the folder", () -> Files.createDirectories(incoming));
    }

    /** Takes an upload in; nothing stays when it is too long, broken off or not as announced. */
    Received receive(Upload upload) {
        Path file = attempt("take in", () -> Files.createTempFile(incoming, "upload", ""));
        try {
            Receiver.Digested seen = Receiver.copy(upload.body(), file, maxBytes);
            Receiver.compare(upload, seen.sha256());
            return new Received(file, nameOf(upload), seen.size(), seen.sha256());
        } catch (TelamonException refused) {
            discard(file);
            throw refused;
        }
    }

    /** Puts what was received under its final name, marked as pending until {@link #confirm}. */
    void keep(Received received, PackageId id) {
        attempt(
                "keep",
                () -> {
                    Path home = Files.createDirectories(folder.resolve(id.value()));
                    mark(home);
                    Path target = home.resolve(ORIGINAL);
                    place(received.file(), target);
                    sync(home);
                    sync(folder);
                    return target;
                });
    }

    /** The row is committed: the original stays. */
    void confirm(PackageId id) {
        attempt("confirm", () -> Files.deleteIfExists(folder.resolve(id.value()).resolve(PENDING)));
    }

    /** The row is about to go: whatever happens next, the original may be removed. */
    void release(PackageId id) {
        Path home = folder.resolve(id.value());
        if (Files.isDirectory(home)) {
            attempt("release", () -> mark(home));
        }
    }

    /** Removes the original; removing it twice changes nothing. */
    void remove(PackageId id) {
        Path home = folder.resolve(id.value());
        discard(home.resolve(ORIGINAL));
        discard(home.resolve(PENDING));
        discard(home);
    }

    /** Forgets an upload that was not kept. */
    void discard(Received received) {
        discard(received.file());
    }

    /** Where the original is; NOT_FOUND when the disk lost it. */
    Path original(PackageId id) {
        Path file = folder.resolve(id.value()).resolve(ORIGINAL);
        if (!Files.isRegularFile(file)) {
            throw new TelamonException(
                    ErrorCode.NOT_FOUND, "Package %s has no content on this node", id);
        }
        return file;
    }

    /** Opens the original. */
    InputStream open(PackageId id) {
        return attempt("open " + id, () -> Files.newInputStream(original(id)));
    }

    /** Clears what a crash left: unfinished uploads, and pending originals without a row. */
    void sweep(Predicate<PackageId> known) {
        children(incoming).forEach(this::discard);
        for (Path home : children(folder)) {
            if (!Files.exists(home.resolve(PENDING))) {
                continue;
            }
            PackageId id = new PackageId(String.valueOf(home.getFileName()));
            if (known.test(id)) {
                confirm(id);
            } else {
                remove(id);
                LOG.info("Package {} removed: its on-boarding was never committed", id);
            }
        }
    }

    private List<Path> children(Path parent) {
        return attempt(
                "list",
                () -> {
                    try (Stream<Path> found = Files.list(parent)) {
                        return found.filter(path -> !path.equals(incoming)).toList();
                    }
                });
    }

    /** One upload may serve several rows: a second name where the disk can, else a copy. */
    private static void place(Path file, Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            LOG.debug("Copying {}, as it cannot be linked: {}", file, noLinks.getMessage());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            sync(target);
        }
    }

    private static Path mark(Path home) throws IOException {
        Path mark = home.resolve(PENDING);
        Files.write(mark, new byte[0]);
        sync(home);
        return mark;
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String nameOf(Upload upload) {
        String name = upload.fileName() == null ? "" : upload.fileName();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\"]", "").strip();
        return clean.isEmpty() ? "package" : clean.substring(0, Math.min(clean.length(), 200));
    }

    private void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            LOG.warn("File {} could not be removed: {}", path, left.getMessage());
        }
    }

    private <T> T attempt(String what, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException broken) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    broken,
                    "The package folder %s does not work (%s): check the disk's space and rights",
                    folder,
                    what + ": " + broken.getMessage());
        }
    }

    /**
     * An upload on disk that is not kept yet.
     *
     * @param file temporary file
     * @param fileName name given by the sender, without folders
     * @param size bytes
     * @param sha256 checksum in hex
     */
    record Received(Path file, String fileName, long size, String sha256) {}

    /** Work on the disk. */
    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
