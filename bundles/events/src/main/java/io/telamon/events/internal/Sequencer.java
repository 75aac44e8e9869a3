/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import io.telamon.model.event.Event;
import io.telamon.store.api.Journal;
import io.telamon.store.api.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed events their position: one thread, many events per transaction, woken by commits.
 * It looks by itself once in a while, for events that another container positioned.
 */
final class Sequencer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 1000;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Store store;
    private final Consumer<List<Event.Positioned>> sink;
    private final EventsConfig config;
    private final Semaphore wake = new Semaphore(0);
    private final AutoCloseable registration;
    private final Thread thread;
    private volatile boolean stopped;
    private long fed;
    private boolean failing;

    /** Feeds {@code sink} with everything after position {@code fed}, in order, on one thread. */
    Sequencer(Store store, long fed, Consumer<List<Event.Positioned>> sink, EventsConfig config) {
        this.store = store;
        this.fed = fed;
        this.sink = sink;
        this.config = config;
        this.registration = store.onCommit(wake::release);
        this.thread = new Thread(this::run, "events-sequencer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            registration.close();
            wake.release();
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The sequencer's commit listener could not be removed", e);
        }
    }

    private void run() {
        try {
            while (!stopped) {
                if (!step()) {
                    wake.tryAcquire(config.idle().toNanos(), TimeUnit.NANOSECONDS);
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Positions and feeds one batch; true when there may be more at once. */
    private boolean step() throws InterruptedException {
        try {
            List<Event.Positioned> events = store.write(unit -> next(unit.journal()));
            recovered();
            if (events.isEmpty()) {
                return false;
            }
            fed = events.get(events.size() - 1).position();
            sink.accept(events);
            if (events.size() == BATCH) {
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(config.pace().toNanos());
            return false;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private List<Event.Positioned> next(Journal journal) {
        journal.position(BATCH);
        return journal.after(fed, null, BATCH);
    }

    private void failed(RuntimeException e) {
        if (!failing && !stopped) {
            LOG.warn("Events get no position at the moment, trying on: {}", e.getMessage(), e);
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOG.info("Events get positions again");
        }
        failing = false;
    }
}
