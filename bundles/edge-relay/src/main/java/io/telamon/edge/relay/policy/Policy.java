/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

/**
 * Picks one of the destinations of a function. Destinations are slots, small numbers that their
 * owner hands out; weights are expected response times in seconds. A pick costs about the same
 * whether there are ten or ten thousand. Not safe for threads: the owner guards it. Times are
 * nanoseconds of a clock that never goes back.
 */
public interface Policy {
    /** A destination joins. */
    void add(int slot, double weight, long now);

    /** A destination leaves. */
    void remove(int slot);

    /** A destination's weight is another one from now on. */
    void weigh(int slot, double weight, long now);

    /** The destination for a request with so many bytes of input; -1 when there is none. */
    int pick(int size, long now);

    /** A request is sent there. */
    default void started(int slot, long now) {}

    /** A request that was sent there has ended; the outcome is null when it failed. */
    default void ended(int slot, Outcome outcome, long now) {}

    /** Whether the policy looks by itself for destinations that became better or are new. */
    default boolean explores() {
        return false;
    }

    /** What an answer tells: seconds it took, milliseconds of work, load in percent, input. */
    record Outcome(double seconds, int ptime, int load, int size) {}
}
