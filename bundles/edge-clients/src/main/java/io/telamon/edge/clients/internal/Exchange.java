/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

/** What one request of a client is: a call, or all calls of a flow. For one thread. */
interface Exchange {
    /** Runs to its end with an input of this size. */
    Recorder.Good run(int size) throws CallFailed, InterruptedException;
}
