/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import java.util.Collection;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The small pool that runs readers, one turn after the other and at most one turn per reader at a
 * time. A listener that hangs loses its subscription and its thread is replaced.
 */
final class Deliveries implements AutoCloseable {
    private static final int CHECKS_PER_PATIENCE = 4;

    private final EventsConfig config;
    private final Collection<Reader> readers;
    private final ScheduledThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor watch;
    private final AtomicInteger names = new AtomicInteger();

    Deliveries(EventsConfig config, Collection<Reader> readers) {
        this.config = config;
        this.readers = readers;
        this.pool =
                new ScheduledThreadPoolExecutor(
                        config.threads(),
                        work -> thread(work, "events-delivery-" + names.incrementAndGet()),
                        new ThreadPoolExecutor.DiscardPolicy());
        this.watch = new ScheduledThreadPoolExecutor(1, work -> thread(work, "events-watch"));
        long period = config.patience().toNanos() / CHECKS_PER_PATIENCE;
        watch.scheduleWithFixedDelay(this::cutStuck, period, period, TimeUnit.NANOSECONDS);
    }

    /** Lets a reader look for events soon; many wakes before it runs count as one. */
    void wake(Reader reader) {
        if (reader.wakes().getAndIncrement() == 0) {
            submit(reader);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        pool.shutdownNow();
    }

    private void submit(Reader reader) {
        pool.execute(() -> turn(reader));
    }

    /** One batch, then to the end of the queue, so that no reader starves the others. */
    private void turn(Reader reader) {
        int seen = reader.wakes().get();
        boolean more = reader.turn();
        if (more || !reader.wakes().compareAndSet(seen, 0)) {
            submit(reader);
        }
    }

    private void cutStuck() {
        long now = System.nanoTime();
        for (Reader reader : readers) {
            if (reader.cutWhenStuck(config.patience().toNanos(), now)) {
                pool.setCorePoolSize(pool.getCorePoolSize() + 1);
            }
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
