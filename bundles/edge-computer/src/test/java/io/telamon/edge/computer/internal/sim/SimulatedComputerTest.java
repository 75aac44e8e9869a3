/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.telamon.edge.computer.internal.sim.SimulatedComputer.Done;
import io.telamon.edge.computer.internal.sim.SimulatedComputer.Refusal;
import io.telamon.edge.computer.internal.sim.SimulatedComputer.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Golden cases: small enough to be computed by hand. */
class SimulatedComputerTest {
    private static final double EXACT = 1e-9;

    @Test
    void aLoneCallTakesItsWorkOverTheSpeedOfOneCore() throws Exception {
        SimulatedComputer computer = computer(4, 1e9, container("f", 8));

        long ticket = computer.submit("f", 3);

        assertThat(computer.nextEvent()).isCloseTo(3, within(EXACT));
        assertThat(computer.advance(10)).containsExactly(new Done(ticket, 3));
        assertThat(computer.now()).isEqualTo(10);
    }

    @Test
    void twoCallsShareOneCore() throws Exception {
        SimulatedComputer computer = computer(1, 1e9, container("f", 8));
        long longer = computer.submit("f", 3);
        computer.advance(1);
        long shorter = computer.submit("f", 1);

        List<Done> done = computer.advance(100);

        // from 1 to 3 both get half of the core, then the longer one is alone with its rest of 1
        assertThat(done).extracting(Done::ticket).containsExactly(shorter, longer);
        assertThat(done.get(0).time()).isCloseTo(3, within(EXACT));
        assertThat(done.get(1).time()).isCloseTo(4, within(EXACT));
    }

    @Test
    void callsUpToTheNumberOfCoresDoNotDisturbEachOther() throws Exception {
        SimulatedComputer computer = computer(2, 1e9, container("f", 8));
        computer.submit("f", 1);
        computer.submit("f", 1);
        computer.submit("f", 1);

        List<Done> done = computer.advance(100);

        // three on two cores advance at two thirds
        assertThat(done).allSatisfy(d -> assertThat(d.time()).isCloseTo(1.5, within(EXACT)));
    }

    @Test
    void callsWaitForAWorkerFirstComeFirstServed() throws Exception {
        SimulatedComputer computer = computer(4, 1e9, container("f", 1));
        long first = computer.submit("f", 2);
        long second = computer.submit("f", 1);
        long third = computer.submit("f", 1);

        assertThat(computer.advance(100))
                .containsExactly(new Done(first, 2), new Done(second, 3), new Done(third, 4));
    }

    @Test
    void callsWaitForMemoryAndNobodyPassesThem() throws Exception {
        SimulatedComputer computer = computer(4, 10, container("big", 4), container("small", 4));
        long one = computer.submit("big", 6);
        long two = computer.submit("big", 6);
        long small = computer.submit("small", 1);

        List<Done> done = computer.advance(100);

        assertThat(done).containsExactly(new Done(one, 6), new Done(small, 7), new Done(two, 12));
    }

    @Test
    void aCallThatNeverFitsIsRefusedAtOnce() {
        SimulatedComputer computer = computer(4, 10, container("f", 4));

        assertThatThrownBy(() -> computer.submit("f", 11))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.MEMORY));
        assertThatThrownBy(() -> computer.submit("g", 1))
                .hasMessage("No container for lambda g")
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.UNKNOWN));
        assertThat(computer.nextEvent()).isInfinite();
    }

    @Test
    void theQueueIsBounded() throws Exception {
        ComputerSpec spec = spec(1, 1e9, container("f", 1));
        SimulatedComputer computer = new SimulatedComputer(spec, 2, 0);
        computer.submit("f", 1);
        computer.submit("f", 1);
        computer.submit("f", 1);

        assertThatThrownBy(() -> computer.submit("f", 1))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.FULL));
        computer.advance(1);
        assertThat(computer.submit("f", 1)).isEqualTo(3);
    }

    @Test
    void anEstimateIsWhatTheCallThenTakes() throws Exception {
        SimulatedComputer computer = computer(2, 1e9, container("f", 2), container("g", 3));
        for (int i = 1; i < 6; i++) {
            computer.submit("f", i);
            computer.submit("g", 7 - i);
        }
        computer.advance(1.25);

        double estimate = computer.estimate("f", 2);
        long ticket = computer.submit("f", 2);
        Done done =
                computer.advance(1000).stream()
                        .filter(d -> d.ticket() == ticket)
                        .findFirst()
                        .orElseThrow();

        assertThat(done.time() - 1.25).isCloseTo(estimate, within(EXACT));
    }

    @Test
    void anEstimateChangesNothing() throws Exception {
        SimulatedComputer computer = computer(1, 1e9, container("f", 1));
        long ticket = computer.submit("f", 5);

        computer.estimate("f", 100);

        assertThat(computer.advance(100)).containsExactly(new Done(ticket, 5));
    }

    @Test
    void busyCountsCoresInUse() throws Exception {
        SimulatedComputer computer = computer(4, 1e9, container("f", 4));
        computer.submit("f", 2);
        computer.submit("f", 3);

        computer.advance(1);
        assertThat(computer.busy()).containsEntry("cpu", 0.5);
        computer.advance(10);
        assertThat(computer.busy().get("cpu")).isCloseTo(5.0 / 4, within(EXACT));
    }

    static SimulatedComputer computer(int cores, double memory, ContainerSpec... containers) {
        return new SimulatedComputer(spec(cores, memory, containers), 1000, 0);
    }

    private static ComputerSpec spec(int cores, double memory, ContainerSpec... containers) {
        return new ComputerSpec(
                List.of(new ProcessorSpec("cpu", "GenericCpu", 1, cores, (long) memory)),
                List.of(containers));
    }

    /** One second of work and one byte of memory for each byte of input. */
    static ContainerSpec container(String lambda, int workers) {
        LambdaSpec.Cost linear = new LambdaSpec.Cost(1, 0);
        return new ContainerSpec(
                "c-" + lambda,
                "cpu",
                new LambdaSpec(lambda, linear, linear, Optional.empty()),
                workers);
    }
}
