/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

/** Answer to a create. */
public sealed interface Created {
    /** The thing as seen in the answer. */
    Observation observation();

    /**
     * The cloud took the order; the thing may still be building.
     *
     * @param observation as seen in the answer
     */
    record Accepted(Observation observation) implements Created {}

    /**
     * A thing with this token (or this name, for NAME and IDEMPOTENT kinds) was there already.
     *
     * @param observation as seen now
     */
    record Present(Observation observation) implements Created {}
}
