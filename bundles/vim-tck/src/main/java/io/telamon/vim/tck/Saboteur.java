/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.model.resource.Handle;

/** Makes a cloud misbehave. */
public interface Saboteur {
    /** Ways to misbehave for one call. */
    enum Fault {
        /** Answers 503; nothing was done. */
        UNAVAILABLE,
        /** Asks to slow down; nothing was done. */
        THROTTLED,
        /** Says that the quota is exhausted. */
        QUOTA,
        /** Answers with at least 4 kB of something else than its API says. */
        GARBAGE,
        /** Never answers; nothing was done. */
        HANG,
        /** Does the work and cuts the connection. */
        LOST_ANSWER
    }

    /** The next call that creates a thing of this kind runs into the fault. */
    void nextCreate(String kind, Fault fault);

    /** The thing goes into an error state with these words. */
    void spoil(String kind, Handle handle, String words);

    /** The thing is gone, and nobody asked us. */
    void vanish(String kind, Handle handle);
}
