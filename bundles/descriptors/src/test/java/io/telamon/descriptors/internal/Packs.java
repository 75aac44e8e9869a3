/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageSource;
import io.telamon.descriptors.internal.archive.Limits;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes packages for tests and reads them, so that a test only says what is in them. */
public final class Packs {
    private Packs() {}

    /** Returns a text as bytes. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Packs texts by path into a tar. */
    public static byte[] tar(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var file : files.entrySet()) {
                byte[] content = bytes(file.getValue());
                var entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Packs texts by path into a tar.gz. */
    public static byte[] tarGz(Map<String, String> files) {
        return gzip(tar(files));
    }

    /** Compresses bytes. */
    public static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Packs texts by path into a zip. */
    public static byte[] zip(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Reads all files of a folder as texts by path below a top folder of the same name. */
    public static Map<String, String> folder(Path folder) {
        var result = new LinkedHashMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.getFileName() + "/" + folder.relativize(path);
                byte[] content = Files.readAllBytes(path);
                result.put(name, new String(content, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    /** Writes a package to a temporary file and reads it. */
    public static ImportedPackage read(String name, byte[] content) {
        return read(name, content, Limits.standard());
    }

    /** Writes a package to a temporary file and reads it within limits. */
    public static ImportedPackage read(String name, byte[] content, Limits limits) {
        try {
            Path file = Files.createTempFile("telamon-package", ".bin");
            try {
                Files.write(file, content);
                return new PackageDescriptorReader(limits).read(new PackageSource(name, file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a bare descriptor. */
    public static ImportedPackage text(String descriptor) {
        return read("test.yaml", bytes(descriptor));
    }

    /** Returns the codes of all errors. */
    public static List<String> errors(ImportedPackage read) {
        return codes(read, Severity.ERROR);
    }

    /** Returns the codes of all warnings. */
    public static List<String> warnings(ImportedPackage read) {
        return codes(read, Severity.WARNING);
    }

    /** Returns the only finding with a code. */
    public static Finding finding(ImportedPackage read, String code) {
        var found = read.report().findings().stream().filter(f -> f.code().equals(code)).toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one " + code + " in " + read.report().findings());
        }
        return found.get(0);
    }

    private static List<String> codes(ImportedPackage read, Severity severity) {
        return read.report().of(severity).stream().map(Finding::code).toList();
    }
}
