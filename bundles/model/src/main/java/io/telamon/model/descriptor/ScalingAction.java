/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * A primitive run around a scaling step (OSM {@code scaling-config-action}).
 *
 * @param trigger when
 * @param primitive name of the primitive
 */
public record ScalingAction(ScalingTrigger trigger, String primitive) {}
