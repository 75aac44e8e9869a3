/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A shape of a server; shared by all servers of that shape on one account.
 *
 * @param name deterministic from the shape, see {@link #named}
 * @param vcpus number of virtual CPUs
 * @param memoryMb memory in MiB
 * @param diskGb root disk in GiB
 * @param extraSpecs EPA demands such as {@code hw:cpu_policy}
 */
public record FlavorSpec(
        String name, int vcpus, int memoryMb, int diskGb, Map<String, String> extraSpecs)
        implements ResourceSpec {
    /** Copies the map in a stable order. */
    public FlavorSpec {
        extraSpecs = Collections.unmodifiableMap(new TreeMap<>(extraSpecs));
    }

    /** A flavor whose name says its shape, so that equal shapes have equal names. */
    public static FlavorSpec named(
            int vcpus, int memoryMb, int diskGb, Map<String, String> extraSpecs) {
        String base = "telamon-" + vcpus + "c-" + memoryMb + "m-" + diskGb + "g";
        String name =
                extraSpecs.isEmpty()
                        ? base
                        : base + "-" + Integer.toHexString(new TreeMap<>(extraSpecs).hashCode());
        return new FlavorSpec(name, vcpus, memoryMb, diskGb, extraSpecs);
    }

    @Override
    public String kind() {
        return "flavor";
    }
}
