/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import io.telamon.catalog.api.PackageSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Opens whatever a package is packed in; its first bytes decide, never its name. */
enum Container {
    /** A compressed tar. */
    TAR_GZ,
    /** A plain tar. */
    TAR,
    /** A zip or CSAR. */
    ZIP,
    /** A bare descriptor. */
    TEXT;

    private static final int TAR_BLOCK = 512;

    static Container of(PackageSource source) throws IOException {
        byte[] head = head(Files.newInputStream(source.file()));
        if (startsWith(head, 0x1f, 0x8b)) {
            return TAR_GZ;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        return TarArchiveInputStream.matches(head, head.length) ? TAR : TEXT;
    }

    EntryCursor open(PackageSource source, Limits limits) throws IOException {
        long size = Files.size(source.file());
        if (this == ZIP) {
            ZipDirectory.check(source.file(), new Budget(limits, () -> size));
            return new ZipCursor(source.file(), new Budget(limits, () -> size));
        }
        var packed =
                new CountingStream(new BufferedInputStream(Files.newInputStream(source.file())));
        var budget = new Budget(limits, this == TAR_GZ ? packed::count : () -> size);
        return switch (this) {
            case TAR_GZ -> new TarCursor(unzipped(packed), budget);
            case TAR -> new TarCursor(packed, budget);
            default -> new SingleCursor(source.fileName(), packed, budget);
        };
    }

    private static InputStream unzipped(InputStream packed) throws IOException {
        try {
            return GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException broken) {
            packed.close();
            throw broken;
        }
    }

    private static byte[] head(InputStream stream) throws IOException {
        try (stream) {
            return stream.readNBytes(TAR_BLOCK);
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        byte[] wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return Arrays.equals(Arrays.copyOf(head, magic.length), wanted);
    }
}
