/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

/** A call in the simulation: what it costs and, while it runs, when it will have had its share. */
final class SimulatedTask implements Comparable<SimulatedTask> {
    final long ticket;
    final double operations;
    final double memory;
    // attained service of the processor at which this task is done; set when it starts
    private double done;

    SimulatedTask(long ticket, double operations, double memory) {
        this.ticket = ticket;
        this.operations = operations;
        this.memory = memory;
    }

    SimulatedTask(SimulatedTask other) {
        this(other.ticket, other.operations, other.memory);
        this.done = other.done;
    }

    void startAt(double attained) {
        done = attained + operations;
    }

    double done() {
        return done;
    }

    @Override
    public int compareTo(SimulatedTask other) {
        int byService = Double.compare(done, other.done);
        return byService != 0 ? byService : Long.compare(ticket, other.ticket);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatedTask task && task.ticket == ticket;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ticket);
    }
}
