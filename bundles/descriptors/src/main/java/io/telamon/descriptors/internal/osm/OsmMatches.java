/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Nets;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.TrafficMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads match attributes of classifiers, which both of OSM's forms write alike. */
public final class OsmMatches {
    private OsmMatches() {}

    /** Reads a list of {@code match-attributes}. */
    public static List<TrafficMatch> read(List<MapNode> nodes) {
        var result = new ArrayList<TrafficMatch>();
        for (MapNode node : nodes) {
            node.known("id");
            result.add(
                    new TrafficMatch(
                            node.count("ip-proto").filter(p -> p > 0),
                            Nets.prefix(node, "source-ip-address"),
                            Nets.prefix(node, "destination-ip-address"),
                            ports(node, "source"),
                            ports(node, "destination"),
                            Map.of()));
        }
        return result;
    }

    /** Port 0 means any port; a {@code -max} or {@code -min} beside it makes a range. */
    private static Optional<PortRange> ports(MapNode node, String end) {
        var from = node.count(end + "-port").or(() -> node.count(end + "-port-min"));
        var to = node.count(end + "-port-max").or(() -> from);
        return from.filter(f -> f > 0 || to.filter(t -> t > 0).isPresent())
                .flatMap(f -> Values.ports(node, f, to.orElse(f)));
    }
}
