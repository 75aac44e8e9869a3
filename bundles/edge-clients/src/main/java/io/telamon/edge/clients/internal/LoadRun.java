/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets clients send, each on a thread of its own, until their requests or the time are used up. */
final class LoadRun {
    private static final Logger LOG = LoggerFactory.getLogger(LoadRun.class);
    private static final double LAG_SECONDS = 1;

    private final Limits limits;
    private final Recorder recorder;
    private final Stop stop;
    private final long origin = System.nanoTime();

    /**
     * When a run ends.
     *
     * @param duration seconds; 0 is never
     * @param requests of each client; 0 is any number
     */
    record Limits(double duration, long requests) {
        boolean over(long sent, double at) {
            return (requests > 0 && sent >= requests) || (duration > 0 && at >= duration);
        }
    }

    LoadRun(Limits limits, Recorder recorder, Stop stop) {
        this.limits = limits;
        this.recorder = recorder;
        this.stop = stop;
    }

    /** One client. */
    record Client(Arrivals arrivals, IntSupplier sizes, Exchange exchange) {}

    /** What became of a client's requests. */
    static final class Tally {
        private long expected;
        private long sent;

        /** Share of requests that were left out because they were late. */
        double loss() {
            return expected == 0 ? 0 : 1 - (double) sent / expected;
        }
    }

    /** Runs all clients to their end. */
    List<Tally> run(List<Client> clients) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (Client client : clients) {
            Tally tally = new Tally();
            tallies.add(tally);
            Thread thread = new Thread(() -> send(client, tally), "client-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return tallies;
    }

    private void send(Client client, Tally tally) {
        boolean warned = false;
        try {
            while (!stop.told()) {
                Arrivals.Due due = client.arrivals.next();
                if (limits.over(tally.sent, Math.max(due.at(), now()))) {
                    return;
                }
                tally.expected++;
                double lag = now() - due.at();
                if (now() > due.dropAfter()) {
                    recorder.dropped();
                    continue;
                }
                if (lag < 0 && stop.await(-lag)) {
                    return;
                }
                if (lag > LAG_SECONDS && due.at() > 0 && !warned) {
                    warned = true;
                    LOG.warn("{} lags {} s behind", Thread.currentThread().getName(), lag);
                }
                tally.sent++;
                exchange(client);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange(Client client) throws InterruptedException {
        try {
            Recorder.Good good = client.exchange.run(client.sizes.getAsInt());
            recorder.good(now(), good);
        } catch (CallFailed e) {
            recorder.failed(e.getMessage());
        }
    }

    private double now() {
        return (System.nanoTime() - origin) / 1e9;
    }
}
