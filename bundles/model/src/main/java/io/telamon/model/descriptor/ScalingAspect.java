/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Map;

/**
 * One direction in which a VNF or a service grows (SOL006 {@code scaling-aspect}, SOL001 {@code
 * ScalingAspects}, OSM {@code scaling-group-descriptor}).
 *
 * @param id identifier
 * @param name name for people
 * @param maxLevel number of steps upwards; level 0 is the start
 * @param deltas what each step adds; the last one repeats for further steps
 * @param policies when it grows by itself
 * @param actions primitives around a step
 */
public record ScalingAspect(
        String id,
        String name,
        int maxLevel,
        List<ScalingDelta> deltas,
        List<ScalingPolicy> policies,
        List<ScalingAction> actions) {
    /** Copies the lists; a blank name becomes the id; a negative level is refused. */
    public ScalingAspect {
        if (maxLevel < 0) {
            throw new IllegalArgumentException("Aspect " + id + " has a negative greatest level");
        }
        name = name.isBlank() ? id : name;
        deltas = List.copyOf(deltas);
        policies = List.copyOf(policies);
        actions = List.copyOf(actions);
    }

    /** Returns an aspect that adds instances of one VDU or member per step. */
    public static ScalingAspect uniform(String id, int maxLevel, String element, int step) {
        var delta = new ScalingDelta(id + "-delta", Map.of(element, step));
        return new ScalingAspect(id, id, maxLevel, List.of(delta), List.of(), List.of());
    }

    /**
     * Returns what the step from level-1 to level adds, keyed by VDU id (or member index in a
     * service); empty when the descriptor names no delta.
     *
     * @param level level reached by the step, from 1 to {@link #maxLevel()}
     */
    public Map<String, Integer> stepTo(int level) {
        if (level < 1 || level > maxLevel) {
            throw new IllegalArgumentException(
                    "Aspect %s has levels 1 to %d, not %d".formatted(id, maxLevel, level));
        }
        return deltas.isEmpty()
                ? Map.of()
                : deltas.get(Math.min(level, deltas.size()) - 1).instances();
    }
}
