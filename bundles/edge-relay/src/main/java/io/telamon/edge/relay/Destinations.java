/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.ConnectivityState;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Loops;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All destinations of a broker. One that cannot be reached rests: it stays in the tables and is
 * knocked at until it opens, at first soon, then once a second.
 */
public final class Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration HUNG = Duration.ofSeconds(2);

    private final Map<EndPoint, Destination> all = new ConcurrentHashMap<>();
    private final AtomicLong recoveries = new AtomicLong();
    private final Channels channels;
    private final Loops loops;

    public Destinations(Channels channels, Loops loops) {
        this.channels = channels;
        this.loops = loops;
    }

    /** The destination at an end-point for one more user. */
    public synchronized Destination use(EndPoint endPoint) {
        Destination found =
                all.computeIfAbsent(endPoint, e -> new Destination(e, channels.open(e)));
        found.users(1);
        return found;
    }

    /** One user less; without users its connections are closed when their calls have ended. */
    public synchronized void release(Destination destination) {
        if (destination.users(-1) == 0) {
            all.remove(destination.endPoint());
            channels.drop(destination.endPoint());
        }
    }

    /** A number that grows whenever a destination comes back. */
    public long recoveries() {
        return recoveries.get();
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    /** It was announced anew: whoever rests may be there again. */
    public void announced(Destination destination) {
        if (!destination.up()) {
            destination.channels().knock();
        }
    }

    /** It could not be reached. */
    void unreachable(Destination destination, String why) {
        rest(destination, why, SOON);
    }

    /** It takes calls and does not answer. */
    void hung(Destination destination) {
        rest(destination, "several calls in a row had no answer in time", HUNG);
    }

    private void rest(Destination destination, String why, Duration first) {
        synchronized (destination) {
            if (!destination.up()) {
                return;
            }
            destination.up(false);
        }
        LOG.warn("{} rests: {}", destination.endPoint(), why);
        later(destination, first);
    }

    private void later(Destination destination, Duration delay) {
        loops.loop(0)
                .schedule(() -> knock(destination, delay), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void knock(Destination destination, Duration delay) {
        if (destination.up() || all.get(destination.endPoint()) != destination) {
            return;
        }
        if (destination.channels().knock() == ConnectivityState.READY) {
            back(destination);
        } else {
            Duration twice = delay.multipliedBy(2);
            later(destination, twice.compareTo(SELDOM) < 0 ? twice : SELDOM);
        }
    }

    /** It answers. */
    void back(Destination destination) {
        synchronized (destination) {
            if (destination.up()) {
                return;
            }
            destination.up(true);
        }
        recoveries.incrementAndGet();
        LOG.info("{} is back", destination.endPoint());
    }
}
