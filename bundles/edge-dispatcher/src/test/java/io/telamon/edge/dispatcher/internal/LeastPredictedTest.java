/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.relay.policy.Policy;
import io.telamon.edge.relay.policy.Policy.Outcome;
import org.junit.jupiter.api.Test;

/** Predictions follow what was seen, by size and load, and are forgotten in time. */
class LeastPredictedTest {
    private static final long SECOND = 1_000_000_000L;

    private static Policy policy(String conf) {
        Policy policy =
                PredictorConf.of(Conf.parse("--ptimeest-conf", PredictorConf.DEFAULTS, conf))
                        .policies()
                        .get();
        policy.add(0, 1, 0);
        policy.add(1, 1, 0);
        return policy;
    }

    private static void sees(Policy policy, int slot, Outcome outcome, long now) {
        policy.started(slot, now);
        policy.ended(slot, outcome, now);
    }

    @Test
    void theUnknownIsTriedByOneRequestAtATime() {
        Policy policy = policy("type=rtt");
        assertThat(policy.pick(100, 1)).isZero();
        policy.started(0, 1);
        assertThat(policy.pick(100, 2)).isOne();
        policy.started(1, 2);
        policy.ended(0, new Outcome(0.01, 0, 0, 100), 3);

        for (int i = 0; i < 20; i++) {
            assertThat(policy.pick(100, 4 + i)).isZero();
        }
    }

    @Test
    void rttIsALineOverTheSizeAndWithoutProcessing() {
        Policy policy = policy("type=rtt");
        for (int i = 1; i <= 10; i++) {
            sees(policy, 0, new Outcome(0.001 + i * 0.002, 0, 0, i * 100), i);
            sees(policy, 1, new Outcome(0.505 + i * 0.0002, 500, 0, i * 100), i);
        }

        assertThat(policy.pick(100, 20)).isZero();
        assertThat(policy.pick(1000, 20)).isOne();
        assertThat(policy.pick(5000, 20)).isOne();
    }

    @Test
    void utilAddsTheWorkAtTheLastLoad() {
        Policy policy = policy("type=util");
        for (int load = 10; load <= 90; load += 10) {
            sees(policy, 0, new Outcome(load * 0.001, load, load, 100), load);
            sees(policy, 1, new Outcome(0.050, 50, load, 100), load);
        }
        assertThat(policy.pick(100, 100)).isOne();
        sees(policy, 0, new Outcome(0.010, 10, 10, 100), 200);

        assertThat(policy.pick(100, 300)).isZero();
    }

    @Test
    void delayIsTheWholeTime() {
        Policy policy = policy("type=delay");
        sees(policy, 0, new Outcome(0.020, 0, 0, 100), 1);
        sees(policy, 1, new Outcome(0.010, 10, 0, 100), 1);

        assertThat(policy.pick(100, 2)).isOne();
    }

    @Test
    void whatIsStaleIsTriedAgain() {
        Policy policy = policy("type=rtt,stale-period=10");
        sees(policy, 0, new Outcome(0.001, 0, 0, 100), 0);
        sees(policy, 1, new Outcome(0.9, 0, 0, 100), 0);
        sees(policy, 0, new Outcome(0.001, 0, 0, 100), 5 * SECOND);

        assertThat(policy.pick(100, 9 * SECOND)).isZero();
        assertThat(policy.pick(100, 11 * SECOND)).isOne();
    }

    @Test
    void requestsUnderWayCountUnlessSwitchedOff() {
        for (boolean balance : new boolean[] {true, false}) {
            Policy policy = policy("balance=" + balance);
            sees(policy, 0, new Outcome(0.010, 0, 0, 100), 1);
            sees(policy, 1, new Outcome(0.015, 0, 0, 100), 1);
            policy.started(0, 2);

            assertThat(policy.pick(100, 3)).isEqualTo(balance ? 1 : 0);
        }
    }

    @Test
    void sizesFallIntoClassesThatHoldThem() {
        for (int size = 0; size < 100_000; size++) {
            double middle = Sizes.middle(Sizes.of(size));
            assertThat(Math.abs(middle - size)).isLessThanOrEqualTo(0.0625 * size + 0.001);
        }
    }

    @Test
    void aPredictorThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy("type=tt"));
    }
}
