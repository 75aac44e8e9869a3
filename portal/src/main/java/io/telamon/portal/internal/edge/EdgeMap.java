/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.edge;

import static io.telamon.portal.internal.app.Texts.t;

import io.telamon.northbound.api.EdgeView;
import io.telamon.portal.internal.widget.Graph;
import io.telamon.portal.internal.widget.Tone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brokers and the computers they lead to, as a drawing. */
final class EdgeMap {
    private static final int MOST = 60;

    private EdgeMap() {}

    /** The picture of at most {@value #MOST} computers; tables show all. */
    static Graph.Picture of(EdgeView view) {
        List<Graph.Node> nodes = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (EdgeView.Broker broker : view.brokers()) {
            there.add(broker.endpoint());
            nodes.add(
                    new Graph.Node(
                            broker.endpoint(),
                            "network",
                            t("edge.kind." + broker.kind()),
                            broker.endpoint(),
                            Tone.of(broker.table()).key(),
                            Tone.word(broker.table()),
                            t("edge.map.routes", broker.routes())));
        }
        view.computers().stream()
                .limit(MOST)
                .forEach(
                        computer -> {
                            there.add(computer.endpoint());
                            nodes.add(node(computer));
                        });
        return new Graph.Picture(nodes, edges(view, there));
    }

    private static Graph.Node node(EdgeView.Computer computer) {
        return new Graph.Node(
                computer.endpoint(),
                "server",
                t("edge.computer"),
                computer.endpoint(),
                Tone.of(computer.presence()).key(),
                Tone.word(computer.presence()),
                String.join(", ", computer.functions()));
    }

    private static List<Graph.Edge> edges(EdgeView view, Set<String> there) {
        Set<Graph.Edge> edges = new java.util.LinkedHashSet<>();
        for (EdgeView.Route route : view.routes()) {
            if (there.contains(route.destination())) {
                edges.add(new Graph.Edge(route.broker(), route.destination(), "link"));
            }
        }
        return List.copyOf(edges);
    }
}
