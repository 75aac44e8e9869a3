/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.relay.policy.Policy.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each policy picks as its rule says; with a seed always the same. */
class PoliciesTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private static Policy policy(String conf) {
        return Policies.of(Conf.parse("--table-conf", "type=random,seed=7", conf)).get();
    }

    private static Policy three(String conf) {
        Policy policy = policy(conf);
        policy.add(0, 1, 0);
        policy.add(1, 2, 0);
        policy.add(2, 4, 0);
        return policy;
    }

    private static String sequence(Policy policy, int count) {
        StringBuilder picks = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            picks.append(policy.pick(100, i * MILLI));
        }
        return picks.toString();
    }

    private static int[] shares(Policy policy, int slots, int count) {
        int[] shares = new int[slots];
        for (int i = 1; i <= count; i++) {
            shares[policy.pick(100, i * MILLI)]++;
        }
        return shares;
    }

    @Test
    void randomPicksInProportionToTheInverseOfTheWeight() {
        assertThat(sequence(three("type=random"), 20)).isEqualTo(GOLDEN_RANDOM);
        int[] shares = shares(three("type=random"), 3, 70_000);

        assertThat(shares[0]).isBetween(39_000, 41_000);
        assertThat(shares[1]).isBetween(19_000, 21_000);
        assertThat(shares[2]).isBetween(9_500, 10_500);
    }

    @Test
    void leastImpedanceFollowsTheSmallestWeight() {
        Policy policy = three("type=least-impedance");

        assertThat(sequence(policy, 3)).isEqualTo("000");
        policy.weigh(0, 3, 0);
        assertThat(sequence(policy, 3)).isEqualTo("111");
        policy.remove(1);
        assertThat(sequence(policy, 3)).isEqualTo("000");
    }

    @Test
    void roundRobinTakesTurnsByWeightWithinTwiceTheSmallest() {
        Policy policy = three("type=round-robin");

        assertThat(sequence(policy, 12)).isEqualTo("010010010010");
    }

    @Test
    void roundRobinTriesTheOthersSeldomAndTakesThemInWhenTheyQualify() {
        Policy policy = three("type=round-robin");
        sequence(policy, 900);

        assertThat(policy.pick(1, SECOND)).isEqualTo(2);
        assertThat(policy.pick(1, SECOND + MILLI)).isNotEqualTo(2);
        assertThat(policy.pick(1, 3 * SECOND)).isEqualTo(2);
        policy.weigh(2, 1, 4 * SECOND);
        int[] shares = new int[3];
        for (int i = 0; i < 100; i++) {
            shares[policy.pick(1, 4 * SECOND + i)]++;
        }
        assertThat(shares).isEqualTo(new int[] {40, 20, 40});
    }

    @Test
    void proportionalFairnessIsWhatAFullSearchFinds() {
        for (String conf : new String[] {"alpha=1,beta=1", "alpha=2,beta=0.5", "alpha=0,beta=3"}) {
            searchAgrees(conf);
        }
    }

    private static void searchAgrees(String conf) {
        Conf numbers = Conf.parse("x", conf, "");
        double alpha = numbers.number("alpha", 0, 9);
        double beta = numbers.number("beta", 0, 9);
        Policy policy = policy("type=proportional-fairness," + conf);
        SplittableRandom random = new SplittableRandom(3);
        double[] weight = new double[40];
        double[] served = new double[40];
        double[] last = new double[40];
        for (int i = 0; i < 40; i++) {
            weight[i] = 0.001 + random.nextDouble();
            served[i] = 1;
            policy.add(i, weight[i], 0);
        }
        for (long now = MILLI; now < 3000 * MILLI; now += MILLI) {
            int slot = policy.pick(0, now);
            double best = 0;
            double[] score = new double[40];
            for (int i = 0; i < 40; i++) {
                double age = now * 1e-9 - last[i];
                score[i] = Math.pow(1 / weight[i], alpha) / Math.pow(served[i] / age, beta);
                best = Math.max(best, score[i]);
            }
            assertThat(score[slot]).isGreaterThanOrEqualTo(best * (1 - 1e-9));
            served[slot]++;
            last[slot] = now * 1e-9;
            int changed = random.nextInt(40);
            weight[changed] = 0.001 + random.nextDouble();
            policy.weigh(changed, weight[changed], now);
        }
    }

    @Test
    void aNewcomerIsNotFloodedUnderProportionalFairness() {
        Policy policy = policy("type=proportional-fairness,alpha=1,beta=1");
        policy.add(0, 1, 0);
        policy.add(1, 1, 0);
        shares(policy, 2, 1000);
        policy.add(2, 1, 1001 * MILLI);
        int[] shares = new int[3];
        for (int i = 0; i < 300; i++) {
            shares[policy.pick(1, (1002 + i) * MILLI)]++;
        }

        assertThat(shares[2]).isBetween(80, 120);
    }

    @Test
    void twoChoicesFavoursTheFasterAndTheLessBusy() {
        Policy policy = policy("type=two-choices");
        policy.add(0, 1, 0);
        policy.add(1, 1, 0);
        long now = 10 * SECOND;
        for (int i = 0; i < 20; i++) {
            for (int slot = 0; slot < 2; slot++) {
                policy.started(slot, now);
                policy.ended(slot, new Outcome(slot == 0 ? 0.01 : 0.03, 0, 0, 1), now);
            }
        }

        assertThat(policy.pick(1, now)).isZero();
        for (int i = 0; i < 6; i++) {
            policy.started(0, now);
        }
        assertThat(policy.pick(1, now)).isOne();
    }

    @Test
    void twoChoicesForgetsAStallSoon() {
        Policy policy = policy("type=two-choices");
        policy.add(0, 1, 0);
        long now = 0;
        for (int i = 0; i < 1000; i++) {
            now += MILLI;
            policy.started(0, now);
            policy.ended(0, new Outcome(0.001, 0, 0, 1), now);
        }
        policy.add(1, 1, now);
        policy.started(1, now);
        policy.ended(1, new Outcome(0.5, 0, 0, 1), now);
        int[] shares = new int[2];
        for (int i = 0; i < 5000; i++) {
            now += MILLI;
            int slot = policy.pick(1, now);
            policy.started(slot, now);
            policy.ended(slot, new Outcome(0.001, 0, 0, 1), now);
            shares[slot] += i < 4000 ? 0 : 1;
        }

        assertThat(shares[1]).isGreaterThan(400);
    }

    @Test
    void anEmptyPolicyPicksNobody() {
        for (String name : Policies.NAMES.split(", ")) {
            Policy policy = policy("type=" + name);
            assertThat(policy.pick(1, 0)).isEqualTo(-1);
            policy.add(0, 1, 0);
            assertThat(policy.pick(1, 1)).isZero();
            policy.remove(0);
            assertThat(policy.pick(1, 2)).isEqualTo(-1);
        }
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy("type=best"));
        assertThatIllegalArgumentException().isThrownBy(() -> policy("gamma=1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weighing.of(Conf.parse("o", "type=x", "")));
    }

    @Test
    void aPickIsAsQuickAmongTenThousandAsAmongTen() {
        for (String name : Policies.NAMES.split(", ")) {
            double few = Double.MAX_VALUE;
            double many = Double.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                few = Math.min(few, nanosPerPick(name, 10));
                many = Math.min(many, nanosPerPick(name, 10_000));
            }
            // a scan would take a hundred times as long; a request takes tens of microseconds
            assertThat(many).as(name).isLessThan(few * 20 + 1000);
        }
    }

    private static double nanosPerPick(String name, int slots) {
        Policy policy = policy("type=" + name);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < slots; i++) {
            policy.add(i, 0.01 * (1 + random.nextDouble()), i);
        }
        int picks = 20_000;
        long start = System.nanoTime();
        for (int i = 0; i < picks; i++) {
            long now = slots + i * 10_000L;
            int slot = policy.pick(100, now);
            policy.started(slot, now);
            policy.ended(slot, new Outcome(0.01, 0, 0, 100), now);
            policy.weigh(slot, 0.01 * (1 + random.nextDouble()), now);
        }
        return (System.nanoTime() - start) / (double) picks;
    }

    @Test
    void weightsFollowAsTheirRuleSays() {
        Weighing async = Weighing.of(Conf.parse("o", "type=async,alpha=0.75", ""));

        assertThat(async.after(1, 2, SECOND)).isEqualTo(1.25);
        assertThat(async.after(1, 2, 6 * SECOND)).isEqualTo(2);
        assertThat(Weighing.of(Conf.parse("o", "type=asyncPF", "")).after(1, 2, 0)).isEqualTo(2);
        Period period = new Period();
        for (double seconds : new double[] {1, 2, 6}) {
            period.take(seconds);
        }
        Weighing max = Weighing.of(Conf.parse("o", "type=trivial,stat=max", ""));
        assertThat(period.take(max)).isEqualTo(6);
        assertThat(period.count()).isZero();
    }

    @Test
    void aHeapKeepsItsOrder() {
        IndexedHeap heap = new IndexedHeap();
        SplittableRandom random = new SplittableRandom(5);
        double[] keys = new double[50];
        Arrays.fill(keys, Double.POSITIVE_INFINITY);
        for (int i = 0; i < 5000; i++) {
            int slot = random.nextInt(50);
            boolean out = random.nextInt(4) == 0;
            keys[slot] = out ? Double.POSITIVE_INFINITY : random.nextInt(30);
            if (out) {
                heap.remove(slot);
            } else {
                heap.put(slot, keys[slot]);
            }
            double least = Arrays.stream(keys).min().orElseThrow();
            assertThat(heap.topKey()).isEqualTo(least);
        }
    }

    private static final String GOLDEN_RANDOM = "00210000000222202011";
}
