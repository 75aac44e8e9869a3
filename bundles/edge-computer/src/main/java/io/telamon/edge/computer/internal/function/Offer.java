/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.rpc.Container;

/** A function as it is announced. */
public record Offer(String lambda, String container, String processor, int workers) {
    /** A function that is a container and a processor of its own. */
    public static Offer of(String lambda, int workers) {
        return new Offer(lambda, lambda, lambda, workers);
    }

    /** As the controller is told. */
    public Container message() {
        return Container.newBuilder()
                .setName(container)
                .setProcessor(processor)
                .setLambda(lambda)
                .setNumWorkers(workers)
                .build();
    }
}
