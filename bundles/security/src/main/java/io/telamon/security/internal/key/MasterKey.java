/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal.key;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds the key that seals all data keys: a file named by {@code TELAMON_MASTER_KEY_FILE}, the
 * variable {@code TELAMON_MASTER_KEY} (base64), or a file of this node that is made at first start.
 */
final class MasterKey {
    static final int BYTES = 32;
    static final String FILE_VARIABLE = "TELAMON_MASTER_KEY_FILE";
    static final String VARIABLE = "TELAMON_MASTER_KEY";
    static final String FILE_NAME = "master-key";

    private MasterKey() {}

    /** The key of this node; {@code keys} is where a generated one lives. */
    static SecretKey load(Map<String, String> environment, Path keys) {
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        if (!file.isBlank()) {
            return fromFile(Path.of(file));
        }
        String text = environment.getOrDefault(VARIABLE, "");
        if (!text.isBlank()) {
            return decode(text, "the variable " + VARIABLE);
        }
        Path own = keys.resolve(FILE_NAME);
        if (!Files.exists(own)) {
            SecretFiles.write(own, Base64.getEncoder().encodeToString(random()));
        }
        return fromFile(own);
    }

    /** Fresh key material. */
    static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static SecretKey fromFile(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return content.length == BYTES
                    ? new SecretKeySpec(content, "AES")
                    : decode(new String(content, StandardCharsets.US_ASCII), "the file " + file);
        } catch (IOException unreadable) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    unreadable,
                    "The master key file %s cannot be read (%s)",
                    file,
                    unreadable.getClass().getSimpleName());
        }
    }

    private static SecretKey decode(String text, String source) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0]; // the cause would quote the key
        }
        if (bytes.length != BYTES) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    "The master key in %s is not 32 bytes in base64; make one with: openssl rand"
                            + " -base64 32",
                    source);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
