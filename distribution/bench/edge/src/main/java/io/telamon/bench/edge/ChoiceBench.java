/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.relay.policy.Policies;
import io.telamon.edge.relay.policy.Policy;
import java.util.List;
import java.util.SplittableRandom;

/** What a choice and its feedback cost in a table of so many destinations, per policy. */
final class ChoiceBench {
    private static final int BATCH = 100_000;

    private ChoiceBench() {}

    static void run(double seconds, List<String> policies) {
        for (String name : policies) {
            double[] nanos = new double[2];
            int[] sizes = {10, 10_000};
            for (int i = 0; i < 2; i++) {
                nanos[i] = nanos(name, sizes[i], seconds);
            }
            Report.line(
                    "%-24s 10 entries %6.0f ns, 10000 entries %6.0f ns per request",
                    name, nanos[0], nanos[1]);
        }
    }

    private static double nanos(String name, int entries, double seconds) {
        Policy policy = Policies.of(Conf.parse("policy", "type=" + name + ",seed=1", "")).get();
        SplittableRandom random = new SplittableRandom(2);
        long now = 0;
        for (int i = 0; i < entries; i++) {
            policy.add(i, 0.01 * (1 + random.nextDouble()), now);
        }
        double best = Double.MAX_VALUE;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            for (int i = 0; i < BATCH; i++) {
                now += 20_000;
                int slot = policy.pick(100, now);
                double time = 0.01 * (1 + random.nextDouble());
                policy.started(slot, now);
                policy.ended(slot, new Policy.Outcome(time, 10, 20, 100), now);
                policy.weigh(slot, time, now);
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) BATCH);
        }
        return best;
    }
}
