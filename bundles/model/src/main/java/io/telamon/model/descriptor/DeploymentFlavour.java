/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to deploy a VNF (SOL006 {@code df}, SOL001 deployment flavour).
 *
 * @param id identifier
 * @param ranges instances per VDU id, where the flavour says them ({@code vdu-profile})
 * @param levels named sizes ({@code instantiation-level})
 * @param defaultLevel level used when none is named
 * @param scalingAspects ways to grow
 */
public record DeploymentFlavour(
        String id,
        Map<String, InstanceRange> ranges,
        List<InstantiationLevel> levels,
        Optional<String> defaultLevel,
        List<ScalingAspect> scalingAspects) {
    /** Copies the collections. */
    public DeploymentFlavour {
        ranges = Map.copyOf(ranges);
        levels = List.copyOf(levels);
        scalingAspects = List.copyOf(scalingAspects);
    }

    /** Returns a flavour that adds nothing to what the VDUs say. */
    public static DeploymentFlavour plain(String id) {
        return new DeploymentFlavour(id, Map.of(), List.of(), Optional.empty(), List.of());
    }

    /** Returns a flavour that only adds ways to grow. */
    public static DeploymentFlavour scaling(String id, List<ScalingAspect> scalingAspects) {
        return new DeploymentFlavour(id, Map.of(), List.of(), Optional.empty(), scalingAspects);
    }

    /** Returns the level of this id. */
    public Optional<InstantiationLevel> level(String levelId) {
        return levels.stream().filter(l -> l.id().equals(levelId)).findFirst();
    }

    /** Returns the aspect of this id. */
    public Optional<ScalingAspect> scalingAspect(String aspectId) {
        return scalingAspects.stream().filter(a -> a.id().equals(aspectId)).findFirst();
    }
}
