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
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;

/** Gantt of the tasks of an operation. */
@Tag("tm-timeline")
@JsModule("./components/tm-timeline.ts")
public final class Timeline extends Component {
    private List<Bar> shown = List.of();

    /**
     * One task.
     *
     * @param id its id
     * @param verb what is done, for people
     * @param name on what
     * @param place where
     * @param tone how it stands
     * @param label how it stands, in words
     * @param start milliseconds since 1970, 0 before its start
     * @param end milliseconds since 1970, 0 before its end
     * @param attempt number of tries
     * @param note why it waits or what went wrong
     */
    public record Bar(
            String id,
            String verb,
            String name,
            String place,
            String tone,
            String label,
            long start,
            long end,
            int attempt,
            String note) {}

    /** An empty timeline. */
    public Timeline() {
        getElement()
                .setPropertyMap(
                        "words",
                        Map.of(
                                "empty", t("timeline.empty"),
                                "attempt", t("timeline.attempt")));
    }

    /** Shows these tasks as of {@code clock} (milliseconds since 1970). */
    public void show(List<Bar> bars, long clock) {
        if (!bars.equals(shown)) {
            shown = List.copyOf(bars);
            getElement().setProperty("clock", clock);
            getElement().setPropertyList("items", bars);
        }
    }

    /** Marks one task; empty for none. */
    public void select(String id) {
        getElement().setProperty("selected", id);
    }

    /** Hears which task a person opens. */
    public Registration onSelect(ComponentEventListener<Selected> listener) {
        return addListener(Selected.class, listener);
    }

    /** A person opens a task. */
    @DomEvent("task-select")
    public static final class Selected extends ComponentEvent<Timeline> {
        private final String id;

        /** Made by Vaadin. */
        public Selected(
                Timeline source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        /** The task's id. */
        public String id() {
            return id;
        }
    }
}
