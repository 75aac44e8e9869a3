/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Packs packages for trials, honest ones and others, into a folder of its own. */
final class Archives {
    private static final int BOMB_PART = 64 << 20;
    private static final int BOMB_PARTS = 160;
    private static final int HEADER = 512;

    private final Path folder;

    Archives(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file as it is. */
    Path plain(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A text file. */
    Path text(String name, String content) {
        return plain(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A tar.gz of these files. */
    Path tarGz(String name, Map<String, byte[]> files) {
        return write(
                name,
                out -> {
                    try (TarArchiveOutputStream tar = tar(new GZIPOutputStream(out))) {
                        for (Map.Entry<String, byte[]> file : files.entrySet()) {
                            add(tar, file.getKey(), file.getValue());
                        }
                    }
                });
    }

    /** A zip of these files, names as they are. */
    Path zip(String name, Map<String, byte[]> files) {
        return write(
                name,
                out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                        for (Map.Entry<String, byte[]> file : files.entrySet()) {
                            zip.putNextEntry(new ZipEntry(file.getKey()));
                            zip.write(file.getValue());
                            zip.closeEntry();
                        }
                    }
                });
    }

    /** A tar.gz with a symbolic link beside a descriptor. */
    Path withLink(String name, String descriptor, String target) {
        return write(
                name,
                out -> {
                    try (TarArchiveOutputStream tar = tar(new GZIPOutputStream(out))) {
                        add(tar, "p/vnfd.yaml", descriptor.getBytes(StandardCharsets.UTF_8));
                        TarArchiveEntry link =
                                new TarArchiveEntry("p/cloud_init/init", TarConstants.LF_SYMLINK);
                        link.setLinkName(target);
                        tar.putArchiveEntry(link);
                        tar.closeArchiveEntry();
                    }
                });
    }

    /** A small file that unpacks to 10 GiB of zeros. */
    Path bomb(String name) {
        return write(
                name,
                out -> {
                    ByteArrayOutputStream header = new ByteArrayOutputStream();
                    TarArchiveOutputStream tar = tar(header);
                    TarArchiveEntry image = new TarArchiveEntry("p/image.raw", true);
                    image.setSize((long) BOMB_PARTS * BOMB_PART);
                    tar.putArchiveEntry(image);
                    tar.flush();
                    out.write(gzip(Arrays.copyOf(header.toByteArray(), header.size())));
                    byte[] zeros = gzip(new byte[BOMB_PART]);
                    for (int i = 0; i < BOMB_PARTS; i++) {
                        out.write(zeros);
                    }
                    out.write(gzip(new byte[2 * HEADER]));
                });
    }

    /** An archive with very many empty files. */
    Path crowd(String name, int entries) {
        return write(
                name,
                out -> {
                    try (TarArchiveOutputStream tar = tar(new GZIPOutputStream(out))) {
                        for (int i = 0; i < entries; i++) {
                            tar.putArchiveEntry(new TarArchiveEntry("p/" + i, true));
                            tar.closeArchiveEntry();
                        }
                    }
                });
    }

    /** The first part of a file. */
    Path cut(String name, Path whole) {
        try {
            byte[] all = Files.readAllBytes(whole);
            return plain(name, Arrays.copyOf(all, all.length / 2));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Filler {
        void fill(OutputStream out) throws IOException;
    }

    private Path write(String name, Filler filler) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            filler.fill(out);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TarArchiveOutputStream tar(OutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, HEADER);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        return tar;
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
