/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/**
 * Reaches one world, over the wire or in the same JVM. Thread-safe. Calls block, keep their
 * deadline, end soon after an interrupt and are never repeated.
 */
public interface WorldClient extends AutoCloseable {
    /**
     * Sends one request.
     *
     * @throws CallFailed when there is no answer
     */
    Answer send(Request request);

    /** Leaves no thread, socket or timer behind. */
    @Override
    void close();
}
