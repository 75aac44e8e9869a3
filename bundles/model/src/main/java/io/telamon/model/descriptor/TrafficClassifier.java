/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * Chooses the traffic of a path (OSM {@code classifier}, SOL006 {@code match-attributes}, Tacker
 * {@code policy/criteria}).
 *
 * @param id identifier inside the path
 * @param source port where traffic starts
 * @param matches alternatives; one that fits is enough; empty means all traffic of the source
 */
public record TrafficClassifier(String id, TrafficSource source, List<TrafficMatch> matches) {
    /** Copies the list. */
    public TrafficClassifier {
        matches = List.copyOf(matches);
    }
}
