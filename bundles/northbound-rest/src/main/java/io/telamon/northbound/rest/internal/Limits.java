/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

/**
 * The checked settings of this door.
 *
 * @param maxBody largest body that is not a package, in bytes
 * @param backlog events kept for a slow client
 * @param heartbeatSeconds seconds between two signs of life
 */
public record Limits(long maxBody, int backlog, int heartbeatSeconds) {
    /** Refuses settings that make no sense. */
    public Limits {
        if (maxBody < 1 || backlog < 1 || heartbeatSeconds < 1) {
            throw new IllegalArgumentException(
                    "io.telamon.northbound.rest: max.body.bytes, event.backlog and"
                            + " heartbeat.seconds must be at least 1");
        }
    }

    /** The settings as an operator made them. */
    public static Limits of(RestConfig config) {
        return new Limits(
                config.max_body_bytes(), config.event_backlog(), config.heartbeat_seconds());
    }
}
