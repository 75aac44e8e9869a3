/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

import java.util.UUID;

/** What all typed ids share: their form and their source of randomness. */
final class Ids {
    private static final int MAX_LENGTH = 64;

    private Ids() {}

    /** A random UUID in text form. */
    static String random() {
        return UUID.randomUUID().toString();
    }

    /** Throws {@link IllegalArgumentException} when {@code value} cannot be an id. */
    static void check(String value) {
        if (value == null || value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "An id has 1 to " + MAX_LENGTH + " characters: " + value);
        }
    }
}
