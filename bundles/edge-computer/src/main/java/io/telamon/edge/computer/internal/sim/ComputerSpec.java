/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A simulated computer: processors and the containers on them. */
public record ComputerSpec(List<ProcessorSpec> processors, List<ContainerSpec> containers) {
    private static final long GIB = 1L << 30;

    /** Refuses names that are taken twice and containers on processors that are not there. */
    public ComputerSpec {
        processors = List.copyOf(processors);
        containers = List.copyOf(containers);
        Set<String> names = new HashSet<>();
        for (ProcessorSpec processor : processors) {
            require(names.add(processor.name()), "Two processors named " + processor.name());
        }
        Set<String> taken = new HashSet<>();
        Set<String> lambdas = new HashSet<>();
        for (ContainerSpec container : containers) {
            require(taken.add(container.name()), "Two containers named " + container.name());
            require(
                    names.contains(container.processor()),
                    "Container " + container.name() + " has no processor " + container.processor());
            require(
                    lambdas.add(container.lambda().name()),
                    "Two containers for lambda " + container.lambda().name());
        }
    }

    /** A small board: four cores and an accelerator, containers for each with their workers. */
    public static ComputerSpec raspberry(Count cpu, Count gpu) {
        List<ContainerSpec> containers = new ArrayList<>(containers("c", "arm", 4e6, cpu));
        containers.addAll(containers("g", "bm2837", 1e6, gpu));
        return new ComputerSpec(
                List.of(
                        new ProcessorSpec("arm", "GenericCpu", 1e11, 4, GIB / 2),
                        new ProcessorSpec("bm2837", "GenericGpu", 1e11, 1, GIB / 2)),
                containers);
    }

    /** A server with twenty slower cores and much memory. */
    public static ComputerSpec intelServer(Count count) {
        return new ComputerSpec(
                List.of(new ProcessorSpec("xeon", "GenericCpu", 4e9, 20, 128 * GIB)),
                containers("c", "xeon", 4e6, count));
    }

    /** The container of a function, if there is one. */
    public Optional<ContainerSpec> containerOf(String lambda) {
        return containers.stream().filter(c -> c.lambda().name().equals(lambda)).findFirst();
    }

    /** How many containers of a kind, and the workers of each. */
    public record Count(int containers, int workers) {}

    private static List<ContainerSpec> containers(
            String kind, String processor, double fixed, Count count) {
        return IntStream.range(0, count.containers())
                .mapToObj(
                        i ->
                                new ContainerSpec(
                                        kind + "container" + i,
                                        processor,
                                        new LambdaSpec(
                                                kind + "lambda" + i,
                                                new LambdaSpec.Cost(1e6, fixed),
                                                new LambdaSpec.Cost(100, 0),
                                                Optional.empty()),
                                        count.workers()))
                .toList();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
