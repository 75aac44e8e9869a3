/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Workers of a function and the calls that wait for one, first come first served. */
final class SimulatedContainer {
    final ContainerSpec spec;
    final SharedProcessor processor;
    private final Deque<SimulatedTask> waiting = new ArrayDeque<>();
    private final Set<Long> running = new HashSet<>();

    SimulatedContainer(ContainerSpec spec, SharedProcessor processor) {
        this.spec = spec;
        this.processor = processor;
    }

    SimulatedContainer(SimulatedContainer other, SharedProcessor processor) {
        this(other.spec, processor);
        other.waiting.forEach(task -> waiting.add(new SimulatedTask(task)));
        running.addAll(other.running);
    }

    void add(SimulatedTask task) {
        waiting.add(task);
    }

    int waitingCount() {
        return waiting.size();
    }

    /** The first waiting call if a worker is free for it, else null. */
    SimulatedTask ready() {
        return running.size() < spec.workers() ? waiting.peek() : null;
    }

    void startFirst() {
        SimulatedTask task = waiting.remove();
        running.add(task.ticket);
        processor.start(task);
    }

    /** Drops a waiting or running call; false when it is not one of this container. */
    boolean cancel(long ticket) {
        if (running.remove(ticket)) {
            processor.cancel(ticket);
            return true;
        }
        return waiting.removeIf(task -> task.ticket == ticket);
    }

    boolean finished(long ticket) {
        return running.remove(ticket);
    }
}
