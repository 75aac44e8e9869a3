/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.EventFeed;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The journal of a service and of its operations, newest first. */
final class EventsPanel extends InstancePanel {
    private static final int MOST = 500;
    private static final int OPERATIONS = 20;
    private final DataTable<Event.Positioned> table =
            new DataTable<>(t("events.title"), Event.Positioned::position);

    EventsPanel() {
        table.column(
                        "at",
                        t("column.at"),
                        new ComponentRenderer<>(row -> new Span(Words.time(row.event().at()))),
                        row -> row.event().at())
                .text("type", t("column.event"), row -> row.event().type())
                .text("subject", t("column.subject"), row -> row.event().subject().kind())
                .text("actor", t("column.by"), row -> row.event().actor())
                .text("data", t("column.data"), EventsPanel::data)
                .whenEmpty(new Notice(t("events.empty.title"), t("events.empty.text")));
        add(table);
    }

    private static String data(Event.Positioned row) {
        return new TreeMap<>(row.event().data())
                .entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("instance"))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    @Override
    void follow(UrlState url) {
        table.follow(url);
    }

    @Override
    void show(NsView view) {
        List<Event.Positioned> all = new ArrayList<>(about("ns", view.instance().id().value()));
        List<OperationView> operations =
                Facades.call(
                        OperationFacade.class,
                        facade -> facade.ofInstance(SignedIn.me(), view.instance().id()));
        operations.stream()
                .limit(OPERATIONS)
                .forEach(
                        operation ->
                                all.addAll(about("operation", operation.operation().id().value())));
        all.sort(Comparator.comparingLong(Event.Positioned::position).reversed());
        table.show(all);
    }

    private static List<Event.Positioned> about(String kind, String id) {
        return Facades.call(EventFeed.class, feed -> feed.about(SignedIn.me(), kind, id, 0, MOST));
    }
}
