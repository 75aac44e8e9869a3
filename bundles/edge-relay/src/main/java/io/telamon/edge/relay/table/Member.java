/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.table;

import io.telamon.edge.relay.Destination;
import io.telamon.edge.relay.policy.Period;

/** A destination of one function. Its entry guards it. */
public final class Member {
    private final Destination destination;
    boolean last;
    int slot;
    boolean inPolicy;
    double weight;
    boolean measured;
    boolean settled;
    long sampled;
    // the table was emptied and it has not come back since; serves until that is swept out
    boolean leaving;
    final Period period = new Period();

    Member(Destination destination, double weight, boolean last) {
        this.destination = destination;
        this.weight = weight;
        this.last = last;
    }

    /** Where it is. */
    public Destination destination() {
        return destination;
    }
}
