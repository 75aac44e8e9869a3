/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file after the other: checksums of all, content of the small ones. */
final class FileCollector {
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-256", "SHA-512");

    private final Limits limits;
    private long kept;

    FileCollector(Limits limits) {
        this.limits = limits;
    }

    PackageFile read(String path, InputStream content) throws IOException {
        var digests = new LinkedHashMap<String, MessageDigest>();
        for (String algorithm : ALGORITHMS) {
            digests.put(algorithm, digest(algorithm));
        }
        var memory = new ByteArrayOutputStream();
        long size = 0;
        byte[] buffer = new byte[32 << 10];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            size += n;
            for (MessageDigest digest : digests.values()) {
                digest.update(buffer, 0, n);
            }
            if (size <= room()) {
                memory.write(buffer, 0, n);
            }
        }
        boolean keep = size <= room();
        kept += keep ? size : 0;
        Optional<byte[]> bytes = keep ? Optional.of(memory.toByteArray()) : Optional.empty();
        return new PackageFile(path, size, hex(digests), bytes);
    }

    static MessageDigest digest(String algorithm) throws IOException {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("This Java has no " + algorithm, e);
        }
    }

    private long room() {
        return Math.min(limits.fileBytes(), limits.keptBytes() - kept);
    }

    private static Map<String, String> hex(Map<String, MessageDigest> digests) {
        var result = new LinkedHashMap<String, String>();
        digests.forEach((name, d) -> result.put(name, HexFormat.of().formatHex(d.digest())));
        return result;
    }
}
