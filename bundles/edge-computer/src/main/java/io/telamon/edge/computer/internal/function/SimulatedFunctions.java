/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.computer.internal.function.RefusedException.Reason;
import io.telamon.edge.computer.internal.sim.ComputerSpec;
import io.telamon.edge.computer.internal.sim.ContainerSpec;
import io.telamon.edge.computer.internal.sim.SimulatedComputer;
import io.telamon.edge.computer.internal.sim.SimulatedComputer.Done;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Functions of a simulated computer in real time: a timer moves the simulation. Thread-safe. */
public final class SimulatedFunctions implements FunctionSource {
    private static final double NANOS = 1e9;

    private final Map<String, Runner> runners = new LinkedHashMap<>();
    private final ScheduledExecutorService timer;
    private final LongSupplier nanos;
    private final long start;
    // all below is guarded by this
    private final SimulatedComputer computer;
    private final Map<Long, Call> calls = new HashMap<>();
    private ScheduledFuture<?> alarm;
    private double alarmAt = Double.POSITIVE_INFINITY;
    private boolean closed;

    private record Call(
            CompletableFuture<FunctionOutput> answer, FunctionOutput output, long deadline) {}

    /**
     * Starts the time of a computer.
     *
     * @param maxWaiting calls that may wait in each container
     * @param timer wakes the simulation; not closed here
     * @param nanos the time, as {@link System#nanoTime}
     */
    public SimulatedFunctions(
            ComputerSpec spec, int maxWaiting, ScheduledExecutorService timer, LongSupplier nanos) {
        this.timer = timer;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.computer = new SimulatedComputer(spec, maxWaiting, 0);
        for (ContainerSpec container : spec.containers()) {
            runners.put(container.lambda().name(), new SimulatedRunner(container));
        }
    }

    @Override
    public List<Offer> offers() {
        return runners.values().stream().map(Runner::offer).toList();
    }

    @Override
    public Optional<Runner> find(String lambda) {
        return Optional.ofNullable(runners.get(lambda));
    }

    @Override
    public Map<String, Double> busy() {
        Map<String, Double> busy;
        List<Call> done;
        List<Call> late = new ArrayList<>();
        synchronized (this) {
            done = advance();
            busy = computer.busy();
            long present = nanos.getAsLong();
            calls.values().stream().filter(c -> c.deadline() - present < 0).forEach(late::add);
        }
        answer(done);
        late.forEach(call -> call.answer().completeExceptionally(late()));
        return busy;
    }

    private static FunctionException late() {
        return new FunctionException(
                FunctionException.Reason.TIMEOUT, "The call took longer than its limit");
    }

    /** Moves the simulation to the present and answers the calls that are done. */
    public void tick() {
        List<Call> done;
        synchronized (this) {
            alarmAt = Double.POSITIVE_INFINITY;
            done = advance();
            wake();
        }
        answer(done);
    }

    @Override
    public void close() {
        List<Call> open;
        synchronized (this) {
            closed = true;
            open = new ArrayList<>(calls.values());
            calls.clear();
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
        open.forEach(call -> call.answer().completeExceptionally(stopped(Reason.GIVEN_UP)));
    }

    private static RefusedException stopped(Reason reason) {
        return new RefusedException(reason, "The computer was stopped");
    }

    private CompletableFuture<FunctionOutput> submit(
            ContainerSpec container, FunctionInput input, Duration limit) {
        CompletableFuture<FunctionOutput> answer = new CompletableFuture<>();
        List<Call> done;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(stopped(Reason.STOPPING));
            }
            done = advance();
            try {
                long ticket = computer.submit(container.lambda().name(), length(input));
                long deadline = nanos.getAsLong() + limit.toNanos();
                calls.put(ticket, new Call(answer, output(container, input), deadline));
                answer.whenComplete((output, error) -> dropIf(error != null, ticket));
                wake();
            } catch (SimulatedComputer.RefusedException e) {
                answer.completeExceptionally(translated(e));
            }
        }
        answer(done);
        return answer;
    }

    /** A call that was given up makes room for others. */
    private void dropIf(boolean failed, long ticket) {
        if (!failed) {
            return;
        }
        List<Call> done;
        synchronized (this) {
            done = advance();
            if (calls.remove(ticket) != null) {
                computer.cancel(ticket);
                wake();
            }
        }
        answer(done);
    }

    private Duration estimate(ContainerSpec container, FunctionInput input)
            throws SimulatedComputer.RefusedException {
        List<Call> done = new ArrayList<>();
        try {
            synchronized (this) {
                done.addAll(advance());
                double seconds = computer.estimate(container.lambda().name(), length(input));
                return Duration.ofNanos((long) (seconds * NANOS));
            }
        } finally {
            answer(done);
        }
    }

    private double now() {
        return (nanos.getAsLong() - start) / NANOS;
    }

    /** Under the lock; the calls must be answered outside of it. */
    private List<Call> advance() {
        List<Call> done = new ArrayList<>();
        for (Done call : computer.advance(Math.max(now(), computer.now()))) {
            Call open = calls.remove(call.ticket());
            if (open != null) {
                done.add(open);
            }
        }
        return done;
    }

    private void wake() {
        double next = computer.nextEvent();
        if (closed || Double.isInfinite(next) || next >= alarmAt) {
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        alarmAt = next;
        long delay = (long) Math.ceil((next - now()) * NANOS);
        alarm = timer.schedule(this::tick, Math.max(0, delay), TimeUnit.NANOSECONDS);
    }

    private static void answer(List<Call> done) {
        done.forEach(call -> call.answer().complete(call.output()));
    }

    private static long length(FunctionInput input) {
        return Texts.length(input.text());
    }

    private static FunctionOutput output(ContainerSpec container, FunctionInput input) {
        Optional<String> fixed = container.lambda().output();
        return fixed.map(FunctionOutput::of)
                .orElseGet(() -> new FunctionOutput(input.text(), input.data(), Map.of()));
    }

    private static Exception translated(SimulatedComputer.RefusedException e) {
        return switch (e.refusal()) {
            case UNKNOWN -> new RefusedException(Reason.UNKNOWN, e.getMessage());
            case FULL -> new RefusedException(Reason.BUSY, e.getMessage());
            case MEMORY ->
                    new FunctionException(FunctionException.Reason.TOO_LARGE, e.getMessage());
        };
    }

    private final class SimulatedRunner implements Runner {
        private final ContainerSpec container;

        SimulatedRunner(ContainerSpec container) {
            this.container = container;
        }

        @Override
        public Offer offer() {
            return new Offer(
                    container.lambda().name(),
                    container.name(),
                    container.processor(),
                    container.workers());
        }

        @Override
        public CompletableFuture<FunctionOutput> run(FunctionInput input, Duration limit) {
            return submit(container, input, limit);
        }

        @Override
        public CompletableFuture<Duration> estimate(FunctionInput input) {
            try {
                return CompletableFuture.completedFuture(
                        SimulatedFunctions.this.estimate(container, input));
            } catch (SimulatedComputer.RefusedException e) {
                return CompletableFuture.failedFuture(translated(e));
            }
        }
    }
}
