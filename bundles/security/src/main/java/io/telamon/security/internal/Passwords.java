/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with bcrypt. Slow on purpose (some 100 ms of CPU), so only a few at a
 * time are worked on: guessing in parallel wins nothing and cannot take all processors.
 */
final class Passwords {
    /** 2^11 rounds: at least 50 ms on the processors of 2026. */
    static final int COST = 11;

    private static final int SHORTEST = 8;
    private static final int LONGEST = 1024;
    private static final int GENERATED = 20;
    private static final String ALPHABET =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final Duration patience;
    private final int cost;
    private volatile String nobody; // made at the first sign-in, not at start

    Passwords(int cost, Duration patience) {
        this.cost = cost;
        this.patience = patience;
    }

    /** The settings of a container. */
    static Passwords standard() {
        return new Passwords(COST, Duration.ofSeconds(10));
    }

    /** A random password of about 116 bits without letters that look alike. */
    String generate() {
        return random.ints(GENERATED, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(ALPHABET.charAt(index)),
                        StringBuilder::append)
                .toString();
    }

    /** Refuses what is too short to be a password or too long to be hashed for free. */
    void checkRules(char[] password) {
        if (password == null || password.length < SHORTEST || password.length > LONGEST) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A password has %d to %d characters",
                    SHORTEST,
                    LONGEST);
        }
    }

    String hash(char[] password) {
        return slowly(
                () ->
                        BCrypt.with(VERSION, random, LongPasswordStrategies.hashSha512(VERSION))
                                .hashToString(cost, password));
    }

    /** True when the password fits; a null hash costs the same and never fits. */
    boolean fits(char[] password, String hash) {
        char[] given = password.length > LONGEST ? new char[] {' '} : password;
        if (nobody == null) {
            nobody = hash(generate().toCharArray());
        }
        String against = hash == null ? nobody : hash;
        boolean same =
                slowly(
                        () ->
                                BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                                        .verify(given, against)
                                        .verified);
        return same && hash != null && given == password;
    }

    private <T> T slowly(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TelamonException(
                        ErrorCode.OVERLOADED, "Too many sign-ins at once; try again in a moment");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TelamonException(ErrorCode.UNAVAILABLE, "The sign-in was interrupted");
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
