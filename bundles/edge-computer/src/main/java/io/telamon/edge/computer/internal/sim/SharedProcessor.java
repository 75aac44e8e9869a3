/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import java.util.PriorityQueue;

/**
 * Egalitarian processor sharing: with n running tasks each advances at {@code min(cores, n) * speed
 * / n}. All running tasks have attained the same service since a given moment, so one number and a
 * heap tell who is done next. Not thread-safe.
 */
final class SharedProcessor {
    private final ProcessorSpec spec;
    private final PriorityQueue<SimulatedTask> running = new PriorityQueue<>();
    private double now;
    private double attained;
    private double busy;
    private double memoryUsed;

    SharedProcessor(ProcessorSpec spec, double now) {
        this.spec = spec;
        this.now = now;
    }

    SharedProcessor(SharedProcessor other) {
        this(other.spec, other.now);
        attained = other.attained;
        busy = other.busy;
        memoryUsed = other.memoryUsed;
        other.running.forEach(task -> running.add(new SimulatedTask(task)));
    }

    ProcessorSpec spec() {
        return spec;
    }

    /** Moves on to a time that is not after {@link #nextDone}. */
    void advance(double time) {
        double step = Math.max(0, time - now);
        busy += step * Math.min(spec.cores(), running.size());
        attained += step * rate();
        now = Math.max(now, time);
    }

    /** When the next task is done; infinite when nothing runs. */
    double nextDone() {
        return running.isEmpty()
                ? Double.POSITIVE_INFINITY
                : now + Math.max(0, running.peek().done() - attained) / rate();
    }

    /** Takes away the task that is done at this moment. */
    SimulatedTask finish() {
        SimulatedTask task = running.remove();
        attained = Math.max(attained, task.done());
        gone(task);
        return task;
    }

    /** Takes away a task that is not done. */
    void cancel(long ticket) {
        for (SimulatedTask task : running) {
            if (task.ticket == ticket) {
                running.remove(task);
                gone(task);
                return;
            }
        }
    }

    private void gone(SimulatedTask task) {
        memoryUsed -= task.memory;
        if (running.isEmpty()) {
            // starting again from nothing keeps the numbers exact over long runs
            attained = 0;
            memoryUsed = 0;
        }
    }

    boolean hasRoomFor(SimulatedTask task) {
        return memoryUsed + task.memory <= spec.memory();
    }

    void start(SimulatedTask task) {
        task.startAt(attained);
        memoryUsed += task.memory;
        running.add(task);
    }

    /** Core seconds of work since the start. */
    double busy() {
        return busy;
    }

    private double rate() {
        int tasks = running.size();
        return tasks == 0 ? 0 : spec.speed() * Math.min(spec.cores(), tasks) / tasks;
    }
}
