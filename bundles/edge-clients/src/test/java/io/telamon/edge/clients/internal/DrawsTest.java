/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int MANY = 50_000;

    /** A mean of many draws is off by more than this in one run of a million. */
    private static final double SIGMAS = 5;

    @Test
    void exponentialHasItsMeanAndDeviation() {
        Draws draws = new Draws(1, 0, "test");

        holds(() -> draws.exponential(2.5), 2.5, 2.5);
        holds(
                () -> {
                    double off = draws.exponential(1) - 1;
                    return off * off;
                },
                1,
                Math.sqrt(8));
    }

    @Test
    void uniformHasItsMean() {
        Draws draws = new Draws(2, 0, "test");

        holds(() -> draws.uniform(1, 4), 2.5, 3 / Math.sqrt(12));
        holds(() -> draws.whole(3, 9), 6, Math.sqrt(48 / 12.0));
    }

    @Test
    void poissonHasItsMeanAndVariance() {
        for (double mean : new double[] {0.3, 5, 29, 31, 400}) {
            Draws draws = new Draws(3, 0, "test");
            holds(() -> draws.poisson(mean), mean, Math.sqrt(mean));
            double squares = mean + 3 * mean * mean - mean * mean;
            holds(() -> Math.pow(draws.poisson(mean) - mean, 2), mean, Math.sqrt(squares));
        }
    }

    @Test
    void happensAsOftenAsItShould() {
        Draws draws = new Draws(4, 0, "test");

        holds(() -> draws.happens(0.05) ? 1 : 0, 0.05, Math.sqrt(0.05 * 0.95));
        assertThat(draws.happens(0)).isFalse();
        assertThat(draws.happens(1)).isTrue();
    }

    private static void holds(DoubleSupplier draw, double mean, double deviation) {
        double sum = 0;
        for (int i = 0; i < MANY; i++) {
            sum += draw.getAsDouble();
        }
        assertThat(sum / MANY).isCloseTo(mean, within(SIGMAS * deviation / Math.sqrt(MANY)));
    }

    @Test
    void listedSizesComeAsOftenAsTheyAreListed() {
        Sizes sizes = Sizes.of(List.of(100, 100, 100, 7), new Draws(5, 0, "size"));

        long sevens = IntStream.range(0, MANY).filter(i -> sizes.getAsInt() == 7).count();

        double deviation = Math.sqrt(MANY * 0.25 * 0.75);
        assertThat((double) sevens).isCloseTo(MANY * 0.25, within(SIGMAS * deviation));
    }

    @Test
    void sizesOfARangeReachBothEnds() {
        Sizes sizes = Sizes.between(10, 12, new Draws(5, 0, "size"));

        assertThat(IntStream.range(0, 100).map(i -> sizes.getAsInt()).distinct().sorted())
                .containsExactly(10, 11, 12);
    }

    @Test
    void inputsHaveExactlyTheirSize() {
        assertThat(Sizes.input(100)).hasSize(100).startsWith("{\"input\":\"AAA").endsWith("A\"}");
        assertThat(Sizes.input(12)).isEqualTo("{\"input\":\"\"}").isEqualTo(Sizes.input(3));
    }

    @Test
    void streamsOfOtherSeedsClientsAndPurposesDiffer() {
        List<Draws> all =
                List.of(
                        new Draws(1, 0, "a"),
                        new Draws(2, 0, "a"),
                        new Draws(1, 1, "a"),
                        new Draws(1, 0, "b"));

        assertThat(all.stream().map(draws -> draws.uniform(0, 1))).doesNotHaveDuplicates();
        assertThat(new Draws(1, 0, "a").id()).isEqualTo(new Draws(1, 0, "a").id()).hasSize(32);
    }
}
