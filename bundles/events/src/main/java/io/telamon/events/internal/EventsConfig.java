/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import java.time.Duration;

/**
 * How the stream paces itself.
 *
 * @param capacity events kept in memory; a live subscription that falls behind them is cut
 * @param batch most events in one delivery
 * @param pace shortest time between two transactions of the sequencer, so that one commit serves
 *     many events
 * @param idle longest time between two looks at the journal
 * @param patience longest time a delivery may take before the subscription is cut
 * @param threads threads that deliver
 */
record EventsConfig(
        int capacity, int batch, Duration pace, Duration idle, Duration patience, int threads) {
    private static final int CAPACITY = 8192;
    private static final int BATCH = 256;
    private static final int THREADS = 4;

    /** Under load, a wait that nobody sees saves most of the sequencer's transactions. */
    private static final int PACE_MILLIS = 15;

    /** The settings of the product. */
    static EventsConfig standard() {
        return new EventsConfig(
                CAPACITY,
                BATCH,
                Duration.ofMillis(PACE_MILLIS),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                THREADS);
    }
}
