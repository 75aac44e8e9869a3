/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Streams an upload to a file: counts, digests, stops at the limit, leaves it on disk. */
final class Receiver {
    private static final int CHUNK = 1 << 16;

    private Receiver() {}

    static Digested copy(InputStream body, Path file, long maxBytes) {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            for (int got = next(body, chunk); got >= 0; got = next(body, chunk)) {
                size += got;
                if (size > maxBytes) {
                    throw new TelamonException(
                            ErrorCode.TOO_LARGE,
                            "The package is longer than the limit of %d bytes (max.bytes of"
                                    + " io.telamon.catalog)",
                            maxBytes);
                }
                digest.update(chunk, 0, got);
                write(out, ByteBuffer.wrap(chunk, 0, got));
            }
            out.force(true);
        } catch (IOException broken) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    broken,
                    "The upload could not be written: %s; check the disk's space",
                    broken.getMessage());
        }
        if (size == 0) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "The upload is empty: send the package's bytes");
        }
        return new Digested(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Refuses content that is not what the sender announced. */
    static void compare(Upload upload, String seen) {
        String expected = upload.sha256() == null ? "" : upload.sha256().strip();
        if (!expected.isEmpty() && !expected.equalsIgnoreCase(seen)) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The upload has the SHA-256 checksum %s, not %s as announced: send it again",
                    seen,
                    expected);
        }
    }

    private static int next(InputStream body, byte[] chunk) {
        try {
            return body.read(chunk);
        } catch (IOException broken) {
            throw new TelamonException(
                    ErrorCode.MALFORMED,
                    broken,
                    "The upload broke off: %s; send it again",
                    broken.getMessage());
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * What came.
     *
     * @param size bytes
     * @param sha256 checksum in lower-case hex
     */
    record Digested(long size, String sha256) {}
}
