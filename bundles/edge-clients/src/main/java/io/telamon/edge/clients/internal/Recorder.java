/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a line per good answer, {@code timestamp latency load1 responder lambda hops}, and counts
 * everything. Safe for several threads.
 */
final class Recorder {
    private static final int MOST_REASONS = 20;

    private final Appendable out;
    // guarded by this
    private final Mean latency = new Mean();
    private final Mean processing = new Mean();
    private final Map<String, Long> errors = new TreeMap<>();
    private long failed;
    private long dropped;
    private IOException trouble;

    Recorder(Appendable out) {
        this.out = out;
    }

    /**
     * A good answer.
     *
     * @param latency seconds from request to answer
     * @param shown seconds in the latency column: the estimate of a dry call
     * @param processing seconds that the computer says it took
     * @param lambda or lambdas, joined
     */
    record Good(
            double latency,
            double shown,
            double processing,
            int load,
            String responder,
            String lambda,
            int hops) {}

    synchronized void good(double timestamp, Good answer) {
        latency.add(answer.latency);
        processing.add(answer.processing);
        try {
            out.append(
                    Text.seconds(timestamp)
                            + " "
                            + Text.seconds(answer.shown)
                            + " "
                            + answer.load
                            + " "
                            + answer.responder
                            + " "
                            + answer.lambda
                            + " "
                            + answer.hops
                            + "\n");
        } catch (IOException e) {
            trouble = trouble == null ? e : trouble;
        }
    }

    synchronized void failed(String reason) {
        failed++;
        boolean room = errors.size() < MOST_REASONS || errors.containsKey(reason);
        errors.merge(room ? reason : "other reasons", 1L, Long::sum);
    }

    synchronized void dropped() {
        dropped++;
    }

    synchronized long goodOnes() {
        return latency.count;
    }

    synchronized long failedOnes() {
        return failed;
    }

    /** Fails when the output could not be written. */
    synchronized void check() throws IOException {
        if (trouble != null) {
            throw new IOException("the output cannot be written: " + trouble.getMessage(), trouble);
        }
    }

    /** 1 when requests were sent and none brought a good answer. */
    synchronized int exitCode() {
        return failed > 0 && latency.count == 0 ? 1 : 0;
    }

    /** What a person wants to know at the end. */
    synchronized String summary() {
        StringBuilder text = new StringBuilder();
        text.append("latency ").append(latency).append(System.lineSeparator());
        text.append("processing ").append(processing).append(System.lineSeparator());
        text.append(latency.count + failed).append(" requests, ").append(failed).append(" failed");
        if (dropped > 0) {
            text.append(", ").append(dropped).append(" left out because they were late");
        }
        errors.forEach((reason, count) -> text.append("; ").append(count + " x " + reason));
        return text.toString();
    }

    /** Mean and standard deviation as numbers come in. */
    private static final class Mean {
        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
        }

        @Override
        public String toString() {
            double deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
            return String.format(Locale.ROOT, "%.6f +- %.6f", mean, deviation);
        }
    }
}
