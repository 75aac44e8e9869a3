/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.telamon.model.plan.Operation;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;
import java.time.Duration;

/** Everything that was ever done to a service: who, when, how it went. */
final class OperationsPanel extends InstancePanel {
    private final DataTable<OperationView> table =
            new DataTable<>(t("operations.title"), row -> row.operation().id());

    OperationsPanel() {
        table.column(
                        "kind",
                        t("column.operation"),
                        new ComponentRenderer<>(OperationsPanel::link),
                        row -> row.operation().kind().name())
                .state(row -> row.operation().state())
                .text("tasks", t("column.tasks"), row -> t("tasks.of", row.settled(), row.total()))
                .text("by", t("column.by"), row -> row.operation().actor())
                .column(
                        "started",
                        t("column.started"),
                        new ComponentRenderer<>(
                                row -> Words.ago(row.operation().progress().started())),
                        row -> row.operation().progress().started())
                .text("took", t("column.took"), OperationsPanel::took)
                .text("problem", t("column.problem"), OperationsPanel::problem)
                .whenEmpty(new Notice(t("operations.empty.title"), t("operations.empty.text")));
        add(table);
    }

    private static Anchor link(OperationView row) {
        String kind = or("operation." + row.operation().kind(), row.operation().kind().name());
        Anchor link = new Anchor("operations/" + row.operation().id(), kind);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static String took(OperationView row) {
        Operation.Progress progress = row.operation().progress();
        return progress.state().isFinal()
                ? Words.lasting(Duration.between(progress.started(), progress.changed()))
                : "";
    }

    private static String problem(OperationView row) {
        return row.operation().progress().problem() == null
                ? ""
                : row.operation().progress().problem().detail();
    }

    @Override
    void follow(UrlState url) {
        table.follow(url);
    }

    @Override
    void show(NsView view) {
        table.show(
                Facades.call(
                        OperationFacade.class,
                        all -> all.ofInstance(SignedIn.me(), view.instance().id())));
    }
}
