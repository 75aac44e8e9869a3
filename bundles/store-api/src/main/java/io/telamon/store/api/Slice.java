/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

/**
 * Which part of a long list.
 *
 * @param after opaque marker of the last element seen, empty for the start
 * @param limit most elements to return
 */
public record Slice(String after, int limit) {
    private static final int DEFAULT_LIMIT = 100;

    /** The first hundred. */
    public static Slice first() {
        return new Slice("", DEFAULT_LIMIT);
    }

    /** Everything; only for lists that are short by nature. */
    public static Slice all() {
        return new Slice("", Integer.MAX_VALUE);
    }
}
