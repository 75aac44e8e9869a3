/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.telamon.model.resource.Resource;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.UrlState;
import java.util.Map;
import java.util.stream.Collectors;

/** Every recorded thing of a service: the topology as a table. */
final class ResourcesPanel extends InstancePanel {
    private final DataTable<ResourceView> table =
            new DataTable<>(t("resources.title"), row -> row.resource().id());

    ResourcesPanel() {
        table.column(
                        "key",
                        t("column.key"),
                        new ComponentRenderer<>(row -> new Code(row.resource().key())),
                        row -> row.resource().key())
                .text("kind", t("column.kind"), row -> row.resource().spec().kind())
                .state(row -> row.resource().state())
                .text("name", t("column.name"), row -> row.resource().spec().name())
                .text("account", t("column.account"), ResourceView::account)
                .text("addresses", t("column.addresses"), row -> addresses(row.resource()))
                .text("handle", t("column.handle"), row -> row.resource().handle())
                .text(
                        "adopted",
                        t("column.adopted"),
                        row -> t(row.resource().adopted() ? "word.yes" : "word.no"))
                .whenEmpty(new Notice(t("resources.empty.title"), t("resources.empty.text")));
        add(table);
    }

    static String addresses(Resource resource) {
        return resource.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("address/"))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    void follow(UrlState url) {
        table.follow(url);
    }

    @Override
    void show(NsView view) {
        table.show(
                Facades.call(
                        NsFacade.class, ns -> ns.resources(SignedIn.me(), view.instance().id())));
    }
}
