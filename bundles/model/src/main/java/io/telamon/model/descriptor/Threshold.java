/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * A limit (OSM {@code scale-out-threshold} with its relational operation).
 *
 * @param comparison how the measured value is compared
 * @param value the limit, in the unit of the metric
 */
public record Threshold(Comparison comparison, double value) {}
