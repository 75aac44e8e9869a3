/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.util.List;

/**
 * Part of a list.
 *
 * @param items the elements
 * @param next marker to ask for the following part, empty at the end
 */
public record Page<T>(List<T> items, String next) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Which part is asked for.
     *
     * @param after marker of the page before, empty for the first
     * @param limit most elements, 1 to 1000
     */
    public record Request(String after, int limit) {
        private static final int DEFAULT = 100;

        /** The first hundred. */
        public static Request first() {
            return new Request("", DEFAULT);
        }
    }
}
