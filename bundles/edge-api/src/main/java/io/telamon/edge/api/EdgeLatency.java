/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

/**
 * Response times of the last quarter to half minute, as a broker saw them.
 *
 * @param count answers they are of
 * @param p50 milliseconds within which half of them came
 * @param p95 the same for 95 of 100
 * @param p99 the same for 99 of 100
 */
public record EdgeLatency(long count, double p50, double p95, double p99) {
    /** No answer lately. */
    public static final EdgeLatency NONE = new EdgeLatency(0, 0, 0, 0);
}
