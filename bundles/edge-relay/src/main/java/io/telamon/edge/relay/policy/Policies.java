/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import io.telamon.edge.kit.Conf;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The policies by name, as an option {@code type=name,key=value} describes them. */
public final class Policies {
    /** Names that {@code type} may have. */
    public static final String NAMES =
            "random, least-impedance, round-robin, proportional-fairness, two-choices";

    private Policies() {}

    /**
     * Makes one policy for each function. The key seed (0: another one each time) makes what is
     * random repeatable; alpha and beta belong to proportional-fairness.
     */
    public static Supplier<Policy> of(Conf conf) {
        conf.only("type", "alpha", "beta", "seed");
        double alpha = conf.has("alpha") ? conf.number("alpha", 0, 100) : 1;
        double beta = conf.has("beta") ? conf.number("beta", 0.01, 100) : 1;
        long seed = conf.has("seed") ? (long) conf.number("seed", 0, 1e15) : 0;
        return switch (conf.text("type")) {
            case "random" -> () -> new RandomProportional(random(seed));
            case "least-impedance" -> LeastImpedance::new;
            case "round-robin" -> DeficitRoundRobin::new;
            case "proportional-fairness" -> () -> new ProportionalFairness(alpha, beta);
            case "two-choices" -> () -> new TwoChoices(random(seed));
            default ->
                    throw new IllegalArgumentException(
                            "there is no policy '" + conf.text("type") + "', only " + NAMES);
        };
    }

    private static SplittableRandom random(long seed) {
        return seed == 0 ? new SplittableRandom() : new SplittableRandom(seed);
    }
}
