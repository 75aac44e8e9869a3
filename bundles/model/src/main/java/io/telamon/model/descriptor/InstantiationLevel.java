/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Map;

/**
 * A named size of a VNF (SOL006 {@code instantiation-level}, SOL001 {@code InstantiationLevels}).
 *
 * @param id identifier
 * @param vduCounts instances per VDU id
 * @param scaleLevels level of each scaling aspect this size stands for, by aspect id
 */
public record InstantiationLevel(
        String id, Map<String, Integer> vduCounts, Map<String, Integer> scaleLevels) {
    /** Copies the maps. */
    public InstantiationLevel {
        vduCounts = Map.copyOf(vduCounts);
        scaleLevels = Map.copyOf(scaleLevels);
    }
}
