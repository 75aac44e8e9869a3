/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

/** A function on a processor with the number of calls that run at once; others wait in order. */
public record ContainerSpec(String name, String processor, LambdaSpec lambda, int workers) {
    /** Refuses containers that could never run a call. */
    public ContainerSpec {
        if (workers < 1) {
            throw new IllegalArgumentException("Container " + name + " needs a worker");
        }
    }
}
