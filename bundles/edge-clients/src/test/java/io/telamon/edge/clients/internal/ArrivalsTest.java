/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.telamon.edge.clients.internal.Arrivals.Due;
import io.telamon.edge.clients.internal.SteadyArrivals.Gaps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final int MANY = 100_000;

    @Test
    void aClosedLoopIsAlwaysDue() {
        SteadyArrivals arrivals = new SteadyArrivals(Gaps.CONSTANT, 0, 2, draws());

        assertThat(arrivals.next().at()).isEqualTo(arrivals.next().at()).isEqualTo(2);
    }

    @Test
    void constantGapsAreConstant() {
        assertThat(times(new SteadyArrivals(Gaps.CONSTANT, 0.5, 1, draws()), 3))
                .containsExactly(1.5, 2.0, 2.5);
    }

    @Test
    void drawnGapsHaveTheirMean() {
        double sigma = 5 / Math.sqrt(MANY);
        List<Double> uniform = times(new SteadyArrivals(Gaps.UNIFORM, 0.2, 0, draws()), MANY);
        List<Double> poisson = times(new SteadyArrivals(Gaps.POISSON, 0.2, 0, draws()), MANY);

        assertThat(uniform.get(MANY - 1) / MANY).isCloseTo(0.2, within(0.2 * sigma));
        assertThat(poisson.get(MANY - 1) / MANY).isCloseTo(0.2, within(0.2 * sigma));
        assertThat(gaps(uniform)).allMatch(gap -> gap >= -1e-9 && gap <= 0.4 + 1e-9);
        long longOnes = gaps(poisson).stream().filter(gap -> gap > 0.4).count();
        assertThat(longOnes / (double) MANY).isCloseTo(Math.exp(-2), within(0.006));
    }

    @Test
    void onAndOffHaveTheirMeans() {
        OnOffArrivals arrivals =
                new OnOffArrivals(new OnOffArrivals.Means(2, 3, 0.01, 0.03), draws());
        List<Double> on = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        double end = Double.NaN;
        Due due = arrivals.next();
        while (on.size() < 20_000) {
            if (due.dropAfter() != end) {
                off.add(due.at() - end);
                on.add(due.dropAfter() - due.at());
                end = due.dropAfter();
            }
            assertThat(due.at()).isLessThan(due.dropAfter());
            due = arrivals.next();
        }
        off.remove(0);

        assertThat(mean(on)).isCloseTo(2, within(2 * 5 / Math.sqrt(on.size())));
        assertThat(mean(off)).isCloseTo(3, within(3 * 5 / Math.sqrt(off.size())));
    }

    @Test
    void requestsInOnHaveUniformGaps() {
        OnOffArrivals arrivals =
                new OnOffArrivals(new OnOffArrivals.Means(1, 1, 0.01, 0.03), draws());
        List<Double> gaps = new ArrayList<>();
        Due last = arrivals.next();
        while (gaps.size() < MANY) {
            Due due = arrivals.next();
            if (due.dropAfter() == last.dropAfter()) {
                gaps.add(due.at() - last.at());
            }
            last = due;
        }

        // gaps that an end cut off are missing, long ones more often
        assertThat(mean(gaps)).isCloseTo(0.02, within(0.0004));
        assertThat(gaps).allMatch(gap -> gap > 0.01 - 1e-9 && gap < 0.03 + 1e-9);
    }

    @Test
    void theProcessBeginsOnAsOftenAsItIsOn() {
        long on =
                IntStream.range(0, 20_000)
                        .filter(
                                seed ->
                                        new OnOffArrivals(
                                                                new OnOffArrivals.Means(1, 3, 0, 1),
                                                                new Draws(seed, 0, "arrivals"))
                                                        .next()
                                                        .at()
                                                == 0)
                        .count();

        assertThat(on / 20_000.0).isCloseTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / 20_000)));
    }

    @Test
    void burstsHaveTheirPeriodAndSize() {
        BurstArrivals arrivals =
                new BurstArrivals(new BurstArrivals.Means(1000, 4, 0, 0.001), draws());
        List<Double> starts = new ArrayList<>();
        int requests = 0;
        double last = -1000;
        while (starts.size() < 20_000) {
            double at = arrivals.next().at();
            if (at - last > 0.1) {
                starts.add(at);
            }
            requests++;
            last = at;
        }

        // bursts of no request are not seen
        double seen = 1 - Math.exp(-4);
        assertThat(requests / (double) starts.size()).isCloseTo(4 / seen, within(0.08));
        assertThat(mean(gaps(starts))).isCloseTo(1000 / seen, within(40.0));
    }

    @Test
    void theSameSeedGivesTheSameSeries() {
        assertThat(first(new SteadyArrivals(Gaps.UNIFORM, 1, 0, draws())))
                .isEqualTo("0.401024 1.461224 2.146847 2.658949 3.683561");
        assertThat(first(new SteadyArrivals(Gaps.POISSON, 1, 0, draws())))
                .isEqualTo("0.223784 0.979019 1.398804 1.694587 2.412653");
        assertThat(first(new OnOffArrivals(new OnOffArrivals.Means(1, 1, 0.1, 0.5), draws())))
                .isEqualTo("0 0.237125 0.439545 0.744467 2.122308");
        assertThat(first(new BurstArrivals(new BurstArrivals.Means(5, 2, 0, 0.1), draws())))
                .isEqualTo("1.118919 1.17015 7.95428 10.323279 10.329121");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new OnOffArrivals.Means(1, 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OnOffArrivals.Means(0, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BurstArrivals.Means(0, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gaps.of("normal")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String first(Arrivals arrivals) {
        StringBuilder text = new StringBuilder();
        times(arrivals, 5).forEach(time -> text.append(Text.seconds(time)).append(' '));
        return text.toString().trim();
    }

    private static Draws draws() {
        return new Draws(1, 0, "arrivals");
    }

    private static List<Double> times(Arrivals arrivals, int count) {
        return IntStream.range(0, count).mapToObj(i -> arrivals.next().at()).toList();
    }

    private static List<Double> gaps(List<Double> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i) - times.get(i - 1))
                .toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
