/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.api.EdgeComputerView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A computer and how it fares. One that has a lease repeats its announcement; one that has none is
 * knocked at, and counts as gone while it does not open, but only if it ever did: the controller
 * may be where the computer cannot be reached from.
 *
 * <p>Guarded by the controller's lock.
 */
final class ComputerState {
    private static final int MISSES_UNTIL_GONE = 3;

    private final Instant since;
    private Computer computer;
    private Instant leaseUntil;
    private Instant probeAt;
    private boolean probing;
    private boolean everAnswered;
    private int misses;

    ComputerState(Computer computer, Instant since) {
        this.computer = computer;
        this.since = since;
    }

    Computer computer() {
        return computer;
    }

    /** Takes a new announcement; true when it changes who serves what. */
    boolean announced(Computer now, Optional<Instant> lease, Instant firstProbe) {
        boolean changed = !now.equals(computer) || !present();
        computer = now;
        leaseUntil = lease.orElse(null);
        probeAt = firstProbe;
        misses = 0;
        return changed;
    }

    boolean present() {
        return leaseUntil != null || !everAnswered || misses < MISSES_UNTIL_GONE;
    }

    boolean expired(Instant now) {
        return leaseUntil != null && !now.isBefore(leaseUntil);
    }

    /** True when it is time to knock; the answer is awaited then. */
    boolean probeDue(Instant now) {
        if (leaseUntil != null || probing || now.isBefore(probeAt)) {
            return false;
        }
        probing = true;
        return true;
    }

    /** Takes the answer to a knock; true when it changes who serves what. */
    boolean probed(boolean answers, Instant next) {
        boolean before = present();
        probing = false;
        probeAt = next;
        everAnswered |= answers;
        misses = answers ? 0 : misses + 1;
        return before != present();
    }

    EdgeComputerView view(Optional<String> home) {
        return new EdgeComputerView(
                computer.endpoint(),
                List.copyOf(computer.lambdas()),
                present(),
                home,
                since,
                Optional.ofNullable(leaseUntil));
    }
}
