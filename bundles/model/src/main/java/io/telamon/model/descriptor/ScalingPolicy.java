/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.time.Duration;
import java.util.List;

/**
 * When an aspect grows or shrinks by itself (OSM {@code scaling-policy}, Open Baton {@code
 * auto_scale_policy}).
 *
 * @param name name of the policy
 * @param automatic whether it acts without a person
 * @param enabled whether it is on
 * @param threshold how long a criterion must hold
 * @param cooldown least time between two steps
 * @param criteria measurements compared
 * @param allForOut whether all criteria must hold to grow (AND), else one is enough
 * @param allForIn whether all criteria must hold to shrink (AND), else one is enough
 */
public record ScalingPolicy(
        String name,
        boolean automatic,
        boolean enabled,
        Duration threshold,
        Duration cooldown,
        List<ScalingCriterion> criteria,
        boolean allForOut,
        boolean allForIn) {
    /** Copies the list. */
    public ScalingPolicy {
        criteria = List.copyOf(criteria);
    }
}
