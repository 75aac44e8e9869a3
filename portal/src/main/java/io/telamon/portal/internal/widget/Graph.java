/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;

/** A topology drawn in layers. */
@Tag("tm-graph")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
@JsModule("./components/tm-graph.ts")
public final class Graph extends Component {
    private Picture shown = new Picture(List.of(), List.of());

    /**
     * One thing.
     *
     * @param id its id
     * @param kind {@code ns}, {@code vnf}, {@code server}, {@code network}, {@code cp}, ...
     * @param caption what it is, for people
     * @param label its name
     * @param tone how it stands
     * @param state how it stands, in words
     * @param detail one more fact: the account it is on, the card of an address
     */
    public record Node(
            String id,
            String kind,
            String caption,
            String label,
            String tone,
            String state,
            String detail) {}

    /**
     * Two things that belong together.
     *
     * @param from id
     * @param to id
     * @param kind {@code part}, {@code link}, {@code path} (belongs to the chain) or {@code step}
     *     (packets go on to; an arrow that moves nothing)
     */
    public record Edge(String from, String to, String kind) {}

    /** All of it. */
    public record Picture(List<Node> nodes, List<Edge> edges) {
        /** Copies the lists. */
        public Picture {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    /** An empty graph. */
    public Graph() {
        getElement()
                .setPropertyMap(
                        "words",
                        Map.of(
                                "graph", t("graph.label"),
                                "larger", t("graph.larger"),
                                "smaller", t("graph.smaller"),
                                "fit", t("graph.fit"),
                                "empty", t("graph.empty")));
    }

    /** Draws this; unchanged pictures are not sent again. */
    public void show(Picture picture) {
        if (!picture.nodes().equals(shown.nodes())) {
            getElement().setPropertyList("nodes", picture.nodes());
        }
        if (!picture.edges().equals(shown.edges())) {
            getElement().setPropertyList("edges", picture.edges());
        }
        shown = picture;
    }

    /** Marks one node; empty for none. */
    public void select(String id) {
        getElement().setProperty("selected", id);
    }

    /** Hears which node a person opens. */
    public Registration onSelect(ComponentEventListener<Selected> listener) {
        return addListener(Selected.class, listener);
    }

    /** A person opens a node. */
    @DomEvent("node-select")
    public static final class Selected extends ComponentEvent<Graph> {
        private final String id;

        /** Made by Vaadin. */
        public Selected(Graph source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        /** The node's id. */
        public String id() {
            return id;
        }
    }
}
