/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.telamon.edge.kit.Conf;
import java.time.Duration;

/**
 * Limits of the data path: calls under way and waiting per destination, the deadline of requests
 * that have none, a random wait before forwarding (for emulation), whether a request that may have
 * been executed already is sent to another destination when the connection broke, how many
 * destinations a request tries at most. A fake broker chooses a destination and answers by itself:
 * it measures all but the way to the destination.
 */
public record RelaySettings(
        int maxPending,
        int maxQueue,
        Duration deadline,
        double minForward,
        double maxForward,
        boolean repeatSent,
        int attempts,
        boolean fake) {
    /** The keys with their defaults. */
    public static final String DEFAULTS =
            "max-pending-clients=1024,max-queue=1024,deadline=60,min-forward-time=0,"
                    + "max-forward-time=0,failover=all,attempts=8,fake=false";

    /** Reads {@code max-pending-clients=2,deadline=10} and its like over the defaults. */
    public static RelaySettings of(Conf conf) {
        conf.only(
                "max-pending-clients",
                "max-queue",
                "deadline",
                "min-forward-time",
                "max-forward-time",
                "failover",
                "attempts",
                "fake");
        double least = conf.number("min-forward-time", 0, 3600);
        return new RelaySettings(
                conf.whole("max-pending-clients", 1, 1_000_000),
                conf.whole("max-queue", 0, 10_000_000),
                Duration.ofNanos((long) (conf.number("deadline", 0.001, 86_400) * 1e9)),
                least,
                Math.max(least, conf.number("max-forward-time", 0, 3600)),
                repeats(conf.text("failover")),
                conf.whole("attempts", 1, 100),
                conf.flag("fake"));
    }

    private static boolean repeats(String failover) {
        return switch (failover) {
            case "all" -> true;
            case "safe" -> false;
            default -> throw new IllegalArgumentException("failover is neither all nor safe");
        };
    }
}
