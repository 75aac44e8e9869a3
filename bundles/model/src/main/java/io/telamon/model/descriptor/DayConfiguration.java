/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * Day-1/2 configuration of a VNF, VDU, KDU or service (OSM {@code vnf-configuration}, SOL006
 * augment {@code day1-2}).
 *
 * @param targetId id of the VNF, VDU, KDU or service it configures
 * @param environments where primitives run
 * @param initial run once after the start, in order
 * @param primitives offered at any time
 * @param terminate run before the end, in order
 */
public record DayConfiguration(
        String targetId,
        List<ExecutionEnvironment> environments,
        List<ConfigPrimitive> initial,
        List<ConfigPrimitive> primitives,
        List<ConfigPrimitive> terminate) {
    /** Copies the lists. */
    public DayConfiguration {
        environments = List.copyOf(environments);
        initial = List.copyOf(initial);
        primitives = List.copyOf(primitives);
        terminate = List.copyOf(terminate);
    }
}
