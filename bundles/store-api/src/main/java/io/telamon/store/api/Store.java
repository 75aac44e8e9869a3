/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import java.util.function.Function;

/**
 * The one door to persistent state. A unit of work is one transaction: all or nothing, durable on
 * disk when the method returns. Thread-safe; the unit of work is not and ends with the call.
 */
public interface Store {
    /**
     * Runs a changing transaction. A version conflict or a broken unique rule surfaces as {@code
     * TelamonException} STALE or ALREADY_EXISTS and nothing is kept.
     */
    <T> T write(Function<UnitOfWork, T> work);

    /** Runs a reading transaction; changes made in it are discarded. */
    <T> T read(Function<UnitOfWork, T> work);

    /**
     * Runs {@code listener} after each committed write that appended events; must return quickly.
     */
    AutoCloseable onCommit(Runnable listener);

    /** Name and version of the database with its durability setting, for health and support. */
    String describe();
}
