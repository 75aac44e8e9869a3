/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** What all typed ids share: their form and their source of randomness. */
final class Ids {
    private static final int MAX_LENGTH = 64;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TIME_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long PARTS = 1 << 12;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private Ids() {}

    /**
     * A new UUID of version 7 (RFC 9562) in text form: the time in front, so that rows written
     * together lie together in every index, then 62 random bits, so that it cannot be guessed.
     */
    static String random() {
        Instant now = Instant.now();
        long part = now.getNano() % NANOS_PER_MILLI * PARTS / NANOS_PER_MILLI;
        long time = now.toEpochMilli() << TIME_SHIFT | VERSION_7 | part;
        return new UUID(time, VARIANT | RANDOM.nextLong() & RANDOM_BITS).toString();
    }

    /** Throws {@link IllegalArgumentException} when {@code value} cannot be an id. */
    static void check(String value) {
        if (value == null || value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "An id has 1 to " + MAX_LENGTH + " characters: " + value);
        }
    }
}
