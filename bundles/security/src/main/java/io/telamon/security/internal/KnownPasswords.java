/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a few minutes which password fitted a stored hash, so that a script that sends it
 * with each request does not pay for bcrypt each time. What is kept is a code under a key that
 * lives as long as the process; a changed password has another hash and is not known. Thread-safe.
 */
final class KnownPasswords {
    static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final int KEY_BYTES = 32;
    private static final String CODE = "HmacSHA256";

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final Clock clock;

    KnownPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, CODE);
    }

    /** True when this password fitted this hash a short while ago. */
    boolean knows(char[] password, String hash) {
        Entry entry = entries.get(hash);
        if (entry == null || !clock.instant().isBefore(entry.until)) {
            return false;
        }
        return MessageDigest.isEqual(entry.code, code(password, hash));
    }

    /** The password was found to fit. */
    void remember(char[] password, String hash) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(hash, new Entry(code(password, hash), clock.instant().plus(KEPT)));
    }

    private byte[] code(char[] password, String hash) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try {
            Mac mac = Mac.getInstance(CODE);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update(bytes.duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Each Java platform has " + CODE, absent);
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    private record Entry(byte[] code, Instant until) {}
}
