/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.relay.policy.Policies;
import io.telamon.edge.relay.policy.Policy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How predictions are made, as the option says: samples per line, nanoseconds until samples and
 * loads are stale, whether a prediction counts once for each request under way.
 */
record PredictorConf(
        String type,
        int window,
        long stale,
        int utilWindow,
        long loadTimeout,
        boolean balance,
        double probeTime) {
    static final String DEFAULTS =
            "type=rtt,window-size=50,stale-period=10,util-window-size=50,"
                    + "util-load-timeout=10,balance=true,probe-timeout=1";
    static final String NAMES = "rtt, util, delay, probe";

    static PredictorConf of(Conf conf) {
        conf.only(
                "type",
                "window-size",
                "stale-period",
                "util-window-size",
                "util-load-timeout",
                "balance",
                "probe-timeout");
        String type = conf.text("type");
        if (!java.util.List.of(NAMES.split(", ")).contains(type)) {
            throw new IllegalArgumentException(
                    "there is no predictor '" + type + "', only " + NAMES);
        }
        return new PredictorConf(
                type,
                conf.whole("window-size", 2, 10_000),
                (long) (conf.number("stale-period", 0.01, 86_400) * 1e9),
                conf.whole("util-window-size", 2, 10_000),
                (long) (conf.number("util-load-timeout", 0.01, 86_400) * 1e9),
                conf.flag("balance"),
                conf.number("probe-timeout", 0.001, 3600));
    }

    /** One policy for each function. */
    Supplier<? extends Policy> policies() {
        return switch (type) {
            case "rtt" -> () -> new LeastPredicted(() -> new RttPredictor(this), balance);
            case "util" -> () -> new LeastPredicted(() -> new LoadPredictor(this, false), balance);
            case "delay" -> () -> new LeastPredicted(() -> new LoadPredictor(this, true), balance);
            // who is asked tells; the policy serves when nobody answered
            default -> Policies.of(Conf.parse("--ptimeest-conf", "type=random", ""));
        };
    }

    /** How long all are asked before each request; only with the type probe. */
    Optional<Duration> probe() {
        return type.equals("probe")
                ? Optional.of(Duration.ofNanos((long) (probeTime * 1e9)))
                : Optional.empty();
    }
}
