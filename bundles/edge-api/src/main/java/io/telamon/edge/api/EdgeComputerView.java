/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One computer.
 *
 * @param endpoint of its lambda port; its identity
 * @param lambdas names of the functions it runs, sorted
 * @param present false while it does not answer and its routes are withdrawn
 * @param home end-point of the router that it belongs to; empty when it belongs to all
 * @param since when it was first heard of
 * @param leaseUntil when it is forgotten unless it says it is there; empty when it never is
 */
public record EdgeComputerView(
        String endpoint,
        List<String> lambdas,
        boolean present,
        Optional<String> home,
        Instant since,
        Optional<Instant> leaseUntil) {
    /** Copies the list. */
    public EdgeComputerView {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(home);
        Objects.requireNonNull(since);
        Objects.requireNonNull(leaseUntil);
        lambdas = List.copyOf(lambdas);
    }
}
