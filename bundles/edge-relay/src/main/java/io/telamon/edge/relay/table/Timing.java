/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.table;

import io.telamon.edge.api.EdgeLatency;
import org.HdrHistogram.Histogram;

/**
 * Response times of the last quarter to half minute. Its entry guards it. Times are nanoseconds of
 * a clock that never goes back.
 */
final class Timing {
    private static final long TURN = 15_000_000_000L;
    private static final int DIGITS = 2;
    private static final double MICROS = 1_000;

    private Histogram now;
    private Histogram before;
    private long turned;

    void record(long nanos, long at) {
        turn(at);
        if (now == null) {
            now = new Histogram(DIGITS);
        }
        now.recordValue(Math.max(0, nanos / (long) MICROS));
    }

    private void turn(long at) {
        if (at - turned >= TURN) {
            Histogram free = before;
            before = at - turned < 2 * TURN ? now : null;
            now = free;
            if (now != null) {
                now.reset();
            }
            turned = at;
        }
    }

    EdgeLatency latency(long at) {
        turn(at);
        Histogram all = new Histogram(DIGITS);
        if (now != null) {
            all.add(now);
        }
        if (before != null) {
            all.add(before);
        }
        return all.getTotalCount() == 0
                ? EdgeLatency.NONE
                : new EdgeLatency(
                        all.getTotalCount(), within(all, 50), within(all, 95), within(all, 99));
    }

    private static double within(Histogram all, double percent) {
        return all.getValueAtPercentile(percent) / MICROS;
    }
}
