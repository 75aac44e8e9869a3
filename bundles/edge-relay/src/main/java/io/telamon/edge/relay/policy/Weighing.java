/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import io.telamon.edge.kit.Conf;

/**
 * How a destination's weight follows the response times that are seen ({@code type=name}): {@code
 * none} keeps what was set from outside; {@code trivial} takes the mean, min or max of each period;
 * {@code async} takes (1 − alpha) · sample + alpha · weight at each answer, or the sample alone
 * when the last one is older than a second; {@code asyncPF} takes each sample as it is.
 */
public record Weighing(Kind kind, double alpha, long period, Stat stat) {
    /** Names that {@code type} may have. */
    public static final String NAMES = "none, trivial, async, asyncPF";

    private static final long OLD = 1_000_000_000L;
    private static final double LEAST = 1e-6;

    /** The rules. */
    public enum Kind {
        NONE,
        TRIVIAL,
        ASYNC,
        ASYNC_PF
    }

    /** What is taken of a period. */
    public enum Stat {
        MEAN,
        MIN,
        MAX
    }

    /** Reads {@code type=trivial,period=10,stat=mean} and its like. */
    public static Weighing of(Conf conf) {
        conf.only("type", "alpha", "period", "stat");
        Kind kind =
                switch (conf.text("type")) {
                    case "none" -> Kind.NONE;
                    case "trivial" -> Kind.TRIVIAL;
                    case "async" -> Kind.ASYNC;
                    case "asyncPF" -> Kind.ASYNC_PF;
                    default ->
                            throw new IllegalArgumentException(
                                    "there is no optimizer '"
                                            + conf.text("type")
                                            + "', only "
                                            + NAMES);
                };
        double alpha = conf.has("alpha") ? conf.number("alpha", 0, 1) : 0.95;
        double period = conf.has("period") ? conf.number("period", 0.01, 86_400) : 10;
        Stat stat =
                switch (conf.has("stat") ? conf.text("stat") : "mean") {
                    case "mean" -> Stat.MEAN;
                    case "min" -> Stat.MIN;
                    case "max" -> Stat.MAX;
                    default -> throw new IllegalArgumentException("stat is none of mean, min, max");
                };
        return new Weighing(kind, alpha, (long) (period * 1e9), stat);
    }

    /** Whether weights follow what is seen. */
    public boolean measures() {
        return kind != Kind.NONE;
    }

    /** The weight after a sample, for the rules that act at once; the last sample is that old. */
    public double after(double weight, double sample, long age) {
        double seen = Math.max(LEAST, sample);
        return switch (kind) {
            case ASYNC -> age > OLD ? seen : (1 - alpha) * seen + alpha * weight;
            case ASYNC_PF -> seen;
            default -> weight;
        };
    }

    /** What a period's samples come to. */
    public double of(Period samples) {
        double value =
                switch (stat) {
                    case MEAN -> samples.sum() / samples.count();
                    case MIN -> samples.min();
                    case MAX -> samples.max();
                };
        return Math.max(LEAST, value);
    }
}
