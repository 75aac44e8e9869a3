/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Map;
import java.util.Optional;

/**
 * Size of a machine (OSM {@code vm-flavor}, SOL006 {@code virtual-compute-desc}, SOL001 {@code
 * virtual_compute}, Open Baton {@code deployment_flavour}).
 *
 * @param vcpus number of virtual CPUs; 0 when only a flavour name is known
 * @param memoryMb memory in MiB; 0 when only a flavour name is known
 * @param diskGb root disk in GiB; 0 leaves it to the image
 * @param extras enhanced platform awareness, such as {@code hw:cpu_policy=dedicated}
 * @param flavourName existing flavour of the cloud to use instead ({@code flavour_key})
 */
public record ComputeSpec(
        int vcpus,
        long memoryMb,
        long diskGb,
        Map<String, String> extras,
        Optional<String> flavourName) {
    /** Copies the map; negative sizes are refused. */
    public ComputeSpec {
        if (vcpus < 0 || memoryMb < 0 || diskGb < 0) {
            throw new IllegalArgumentException("A machine's size cannot be negative");
        }
        extras = Map.copyOf(extras);
    }

    /** Returns a size without extras. */
    public static ComputeSpec of(int vcpus, long memoryMb, long diskGb) {
        return new ComputeSpec(vcpus, memoryMb, diskGb, Map.of(), Optional.empty());
    }

    /** Returns a size known only by the name of an existing flavour. */
    public static ComputeSpec named(String flavourName) {
        return new ComputeSpec(0, 0, 0, Map.of(), Optional.of(flavourName));
    }
}
