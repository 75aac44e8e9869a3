/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.computer.internal.sim.SimulatedComputer.Done;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulation against queueing theory: Poisson arrivals, mean work 1. The mean response of a
 * processor-sharing queue is 1 / (1 - load) whatever the distribution of the work; with c cores and
 * exponential work it is that of M/M/c. Batch means give the confidence interval.
 */
class ProcessorSharingTheoryTest {
    private static final int UNIT = 1_000_000;
    private static final int BATCHES = 30;
    private static final int PER_BATCH = 12_000;
    // of Student's t with 29 degrees of freedom at 99.9 %
    private static final double QUANTILE = 3.659;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.7, 0.85})
    void exponentialWorkOnOneCore(double load) throws Exception {
        Random random = new Random(Double.hashCode(load));

        check(1, load, random, () -> exponential(random), 1 / (1 - load));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.8})
    void theKindOfWorkDoesNotMatter(double load) throws Exception {
        Random random = new Random(17);

        check(1, load, random, () -> 1.0, 1 / (1 - load));
        check(1, load, random, () -> hyperexponential(random), 1 / (1 - load));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5", "4, 0.7", "4, 0.9", "8, 0.8"})
    void severalCores(int cores, double load) throws Exception {
        Random random = new Random(cores);

        double waiting = erlangC(cores, load) / (cores * (1 - load));
        check(cores, load, random, () -> exponential(random), 1 + waiting);
    }

    private static void check(
            int cores, double load, Random random, DoubleSupplier work, double expected)
            throws Exception {
        List<Double> means = batchMeans(responses(cores, load, random, work));

        double mean = means.stream().mapToDouble(m -> m).average().orElseThrow();
        double variance =
                means.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum() / (BATCHES - 1);
        double halfWidth = QUANTILE * Math.sqrt(variance / BATCHES);
        assertThat(Math.abs(mean - expected))
                .as("mean %.4f, theory %.4f, half width %.4f", mean, expected, halfWidth)
                .isLessThan(halfWidth);
        assertThat(halfWidth / expected).as("a useful interval").isLessThan(0.15);
    }

    private static List<Double> responses(
            int cores, double load, Random random, DoubleSupplier work) throws Exception {
        LambdaSpec lambda =
                new LambdaSpec(
                        "f",
                        new LambdaSpec.Cost(1, 0),
                        new LambdaSpec.Cost(0, 0),
                        Optional.empty());
        ComputerSpec spec =
                new ComputerSpec(
                        List.of(new ProcessorSpec("cpu", "GenericCpu", UNIT, cores, 0)),
                        List.of(new ContainerSpec("c", "cpu", lambda, Integer.MAX_VALUE)));
        SimulatedComputer computer = new SimulatedComputer(spec, Integer.MAX_VALUE, 0);
        Map<Long, Double> arrivals = new HashMap<>();
        Map<Long, Double> responses = new HashMap<>();
        double time = 0;
        int calls = PER_BATCH * (BATCHES + 1);
        for (int i = 0; i < calls; i++) {
            time += exponential(random) / (load * cores);
            collect(computer.advance(time), arrivals, responses);
            arrivals.put(computer.submit("f", Math.round(work.getAsDouble() * UNIT)), time);
        }
        collect(computer.advance(time + 1e6), arrivals, responses);
        List<Double> ordered = new ArrayList<>();
        for (long ticket = 0; ticket < calls; ticket++) {
            ordered.add(responses.get(ticket));
        }
        return ordered;
    }

    private static void collect(
            List<Done> done, Map<Long, Double> arrivals, Map<Long, Double> responses) {
        for (Done call : done) {
            responses.put(call.ticket(), call.time() - arrivals.remove(call.ticket()));
        }
    }

    /** Without the first batch, in which the queue only fills. */
    private static List<Double> batchMeans(List<Double> responses) {
        List<Double> means = new ArrayList<>();
        for (int batch = 1; batch <= BATCHES; batch++) {
            means.add(
                    responses.subList(batch * PER_BATCH, (batch + 1) * PER_BATCH).stream()
                            .mapToDouble(r -> r)
                            .average()
                            .orElseThrow());
        }
        return means;
    }

    private static double exponential(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    /** Mean 1, squared coefficient of variation about 3. */
    private static double hyperexponential(Random random) {
        return exponential(random) * (random.nextDouble() < 0.8 ? 0.4375 : 3.25);
    }

    /** The probability that all cores are busy. */
    private static double erlangC(int cores, double load) {
        double offered = cores * load;
        double term = 1;
        double sum = 0;
        for (int i = 0; i < cores; i++) {
            sum += term;
            term *= offered / (i + 1);
        }
        double all = term / (1 - load);
        return all / (sum + all);
    }
}
