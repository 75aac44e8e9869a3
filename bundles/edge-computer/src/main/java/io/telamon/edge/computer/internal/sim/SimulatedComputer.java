/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A computer in simulated time: calls come in, wait for a worker and for memory, share a processor
 * and are done. Nothing happens by itself: {@link #advance} moves the time. Times are seconds since
 * an arbitrary start. Not thread-safe.
 */
public final class SimulatedComputer {
    private final Map<String, SharedProcessor> processors = new LinkedHashMap<>();
    private final Map<String, SimulatedContainer> containers = new LinkedHashMap<>();
    private final int maxWaiting;
    private double now;
    private long tickets;

    /** A call that is done, and when that was. */
    public record Done(long ticket, double time) {}

    /** Why a call was not taken. */
    public enum Refusal {
        /** No container for the function. */
        UNKNOWN,
        /** The call needs more memory than the processor has. */
        MEMORY,
        /** Too many calls wait. */
        FULL
    }

    /** A call that was not taken. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Refusal refusal;

        RefusedException(Refusal refusal, String message) {
            super(message);
            this.refusal = refusal;
        }

        /** Why. */
        public Refusal refusal() {
            return refusal;
        }
    }

    /** A computer at time {@code now}; in each container at most {@code maxWaiting} calls wait. */
    public SimulatedComputer(ComputerSpec spec, int maxWaiting, double now) {
        this.maxWaiting = maxWaiting;
        this.now = now;
        for (ProcessorSpec processor : spec.processors()) {
            processors.put(processor.name(), new SharedProcessor(processor, now));
        }
        for (ContainerSpec container : spec.containers()) {
            SharedProcessor processor = processors.get(container.processor());
            containers.put(container.lambda().name(), new SimulatedContainer(container, processor));
        }
    }

    private SimulatedComputer(SimulatedComputer other) {
        maxWaiting = Integer.MAX_VALUE;
        now = other.now;
        tickets = other.tickets;
        other.processors.forEach((name, p) -> processors.put(name, new SharedProcessor(p)));
        other.containers.forEach(
                (name, c) ->
                        containers.put(
                                name,
                                new SimulatedContainer(c, processors.get(c.spec.processor()))));
    }

    /** The present time. */
    public double now() {
        return now;
    }

    /** When the next call is done; infinite when nothing runs. */
    public double nextEvent() {
        double next = Double.POSITIVE_INFINITY;
        for (SharedProcessor processor : processors.values()) {
            next = Math.min(next, processor.nextDone());
        }
        return next;
    }

    /** Moves on to {@code time} and tells which calls were done on the way, in order. */
    public List<Done> advance(double time) {
        List<Done> done = new ArrayList<>();
        for (SharedProcessor first = earliest(time); first != null; first = earliest(time)) {
            moveTo(Math.max(now, first.nextDone()));
            SimulatedTask task = first.finish();
            free(task.ticket);
            done.add(new Done(task.ticket, now));
            startWaiting(first);
        }
        moveTo(Math.max(now, time));
        return done;
    }

    /**
     * Takes a call with an input of {@code length} bytes and returns its ticket.
     *
     * @throws RefusedException when it is not taken
     */
    public long submit(String lambda, long length) throws RefusedException {
        SimulatedContainer container = containers.get(lambda);
        if (container == null) {
            throw new RefusedException(Refusal.UNKNOWN, "No container for lambda " + lambda);
        }
        LambdaSpec spec = container.spec.lambda();
        ProcessorSpec processor = container.processor.spec();
        double memory = spec.memory().of(length);
        if (memory > processor.memory()) {
            throw new RefusedException(
                    Refusal.MEMORY,
                    "An input of %d bytes needs %.0f bytes, processor %s has %d"
                            .formatted(length, memory, processor.name(), processor.memory()));
        }
        SimulatedTask task = new SimulatedTask(tickets, spec.operations().of(length), memory);
        if (container.waitingCount() >= maxWaiting) {
            throw new RefusedException(
                    Refusal.FULL, maxWaiting + " calls of lambda " + lambda + " wait already");
        }
        tickets++;
        container.add(task);
        startWaiting(container.processor);
        return task.ticket;
    }

    /** Takes a call back that waits or runs; others get what it had. */
    public void cancel(long ticket) {
        for (SimulatedContainer container : containers.values()) {
            if (container.cancel(ticket)) {
                startWaiting(container.processor);
                return;
            }
        }
    }

    /**
     * The seconds a call would take if nothing else came: found by running a copy ahead.
     *
     * @throws RefusedException when it would not be taken
     */
    public double estimate(String lambda, long length) throws RefusedException {
        SimulatedComputer copy = new SimulatedComputer(this);
        long ticket = copy.submit(lambda, length);
        while (true) {
            for (Done done : copy.advance(copy.nextEvent())) {
                if (done.ticket() == ticket) {
                    return done.time() - now;
                }
            }
        }
    }

    /** Share of its cores that each processor used since the start, in core seconds over cores. */
    public Map<String, Double> busy() {
        Map<String, Double> busy = new LinkedHashMap<>();
        processors.forEach((name, p) -> busy.put(name, p.busy() / p.spec().cores()));
        return busy;
    }

    private SharedProcessor earliest(double until) {
        SharedProcessor first = null;
        double time = until;
        for (SharedProcessor processor : processors.values()) {
            double next = processor.nextDone();
            if (next <= time && !Double.isInfinite(next)) {
                first = processor;
                time = next;
            }
        }
        return first;
    }

    private void moveTo(double time) {
        if (!Double.isInfinite(time)) {
            now = time;
            processors.values().forEach(processor -> processor.advance(time));
        }
    }

    private void free(long ticket) {
        for (SimulatedContainer container : containers.values()) {
            if (container.finished(ticket)) {
                return;
            }
        }
    }

    /**
     * Starts what can start on a processor. Who came first is served first; a call that waits for
     * memory lets no later one of the same processor pass, so that it is not starved.
     */
    private void startWaiting(SharedProcessor processor) {
        while (true) {
            SimulatedContainer next = null;
            SimulatedTask first = null;
            for (SimulatedContainer container : containers.values()) {
                SimulatedTask ready = container.ready();
                if (container.processor == processor
                        && ready != null
                        && (first == null || ready.ticket < first.ticket)) {
                    next = container;
                    first = ready;
                }
            }
            if (next == null || !processor.hasRoomFor(first)) {
                return;
            }
            next.startFirst();
        }
    }
}
