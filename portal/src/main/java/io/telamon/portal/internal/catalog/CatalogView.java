/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.Pages;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;
import java.util.ArrayList;
import java.util.List;

/** What both catalog pages share: a place to drop files and the table of packages. */
abstract class CatalogView extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    private final String area;
    private final List<PackageKind> kinds;
    private final DataTable<PackageView> table;

    /** A catalog of these kinds; {@code area} names its texts and address. */
    protected CatalogView(String area, List<PackageKind> kinds) {
        this.area = area;
        this.kinds = kinds;
        table = new DataTable<>(t("catalog.title." + area), PackageView::id);
        Header head = new Header(new H1(t("catalog.title." + area)));
        head.addClassName("tm-list-head");
        content().add(head);
        Notice empty = new Notice(t("catalog.empty.title"), t("catalog.empty.text"));
        if (SignedIn.may("catalog:write")) {
            content().add(new UploadPanel(this::refresh));
        }
        table.whenEmpty(empty);
        columns();
        content().add(new Div(table));
    }

    private void columns() {
        table.column(
                        "name",
                        t("column.name"),
                        new ComponentRenderer<>(this::link),
                        CatalogView::title)
                .state(PackageView::state)
                .text("version", t("column.version"), row -> row.name().version())
                .text("provider", t("column.provider"), row -> row.name().provider())
                .text("descriptor", t("column.descriptor"), row -> row.name().descriptorId())
                .text("usage", t("column.usage"), CatalogView::usage)
                .text("size", t("column.size"), CatalogView::size)
                .column(
                        "created",
                        t("column.age"),
                        new ComponentRenderer<>(row -> Words.ago(row.created())),
                        PackageView::created);
    }

    private Anchor link(PackageView row) {
        Anchor link = new Anchor("catalog/" + area + "/" + row.id(), new Span(title(row)));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static String title(PackageView row) {
        String title =
                row.name().title().isEmpty() ? row.name().descriptorId() : row.name().title();
        return title.isEmpty() && row.content() != null ? row.content().fileName() : title;
    }

    private static String usage(PackageView row) {
        String used = t(row.inUse() ? "usage.used" : "usage.unused");
        return row.enabled() ? used : used + ", " + t("usage.disabled");
    }

    private static String size(PackageView row) {
        return row.content() == null ? "" : Words.size(row.content().size());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.follow(new UrlState(event.getLocation()));
    }

    @Override
    protected void load() {
        List<PackageView> rows = new ArrayList<>();
        for (PackageKind kind : kinds) {
            rows.addAll(
                    Pages.all(
                            page ->
                                    Facades.call(
                                            CatalogFacade.class,
                                            catalog -> catalog.list(SignedIn.me(), kind, page))));
        }
        rows.removeIf(row -> !SignedIn.shows(row.tenant()));
        table.show(rows);
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().kind().startsWith("package") || event.type().startsWith("Package");
    }

    @Override
    public String getPageTitle() {
        return t("catalog.title." + area) + " · " + t("app.name");
    }
}
