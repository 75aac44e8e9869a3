/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One router or dispatcher and how far its table is what it should be.
 *
 * @param endpoint of its lambda port; its identity
 * @param tableEndpoint where its table is written
 * @param state of its table
 * @param routes how many it should have from the controller
 * @param missing how many of them it is not known to have
 * @param trouble why it is suspended; empty when it is not
 * @param leaseUntil when it is forgotten unless it says it is there; empty when it never is
 */
public record EdgeRouterView(
        String endpoint,
        String tableEndpoint,
        State state,
        int routes,
        int missing,
        String trouble,
        Optional<Instant> leaseUntil) {
    /** How far a table is what it should be. */
    public enum State {
        /** Orders are under way. */
        SYNCING,
        /** It has what it should have. */
        SYNCED,
        /** It does not answer; tried again with growing pauses. */
        SUSPENDED
    }

    /** Nothing may be missing. */
    public EdgeRouterView {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(tableEndpoint);
        Objects.requireNonNull(state);
        Objects.requireNonNull(trouble);
        Objects.requireNonNull(leaseUntil);
    }
}
