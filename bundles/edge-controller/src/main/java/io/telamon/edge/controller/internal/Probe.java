/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.concurrent.CompletableFuture;

/** Knocks at end-points. */
interface Probe {
    /** Whether something listens there; never fails and ends within a second or two. */
    CompletableFuture<Boolean> answers(String endpoint);
}
