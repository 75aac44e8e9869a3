/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * One measurement compared with limits (OSM {@code scaling-criteria}).
 *
 * @param name name of the criterion
 * @param monitoringParameter id of the measured parameter
 * @param out limit that asks for more
 * @param in limit that asks for less
 */
public record ScalingCriterion(
        String name, String monitoringParameter, Optional<Threshold> out, Optional<Threshold> in) {}
