/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.Pages;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.facade.Tenants;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All services of the tenant with state and running operation, live. */
@Route(value = "instances", layout = Shell.class)
@Needs("ns:read")
public final class InstancesPage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    private static final int FEW = 50;
    private final DataTable<NsView> table =
            new DataTable<>(t("instances.title"), row -> row.instance().id());
    private Tenants tenants;

    /** Builds the page. */
    public InstancesPage() {
        Header head = new Header(new H1(t("instances.title")));
        head.addClassName("tm-list-head");
        if (SignedIn.may("ns:operate")) {
            head.add(create());
        }
        content().add(head);
        Anchor catalog = new Anchor("catalog/ns", t("instances.empty.catalog"));
        catalog.getElement().setAttribute("router-link", true);
        Component[] ways =
                SignedIn.may("ns:operate")
                        ? new Component[] {create(), catalog}
                        : new Component[] {catalog};
        table.whenEmpty(new Notice(t("instances.empty.title"), t("instances.empty.text"), ways));
        columns();
        content().add(new Div(table));
    }

    private static Button create() {
        Button create =
                new Button(
                        t("action.instantiate.new"),
                        VaadinIcon.PLUS.create(),
                        click -> UI.getCurrent().navigate("instances/new"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return create;
    }

    private void columns() {
        table.column(
                        "name",
                        t("column.name"),
                        new ComponentRenderer<>(InstancesPage::link),
                        row -> row.instance().name())
                .state(row -> row.instance().state())
                .column(
                        "operation",
                        t("column.operation"),
                        new ComponentRenderer<>(InstancesPage::operation),
                        row ->
                                row.currentOperation() == null
                                        ? ""
                                        : row.currentOperation().operation().kind().name())
                .text("service", t("column.service"), NsView::nsdName)
                .text(
                        "vnfs",
                        t("column.members"),
                        row -> String.valueOf(row.instance().topology().vnfs().size()));
        if (SignedIn.current().map(SignedIn::everyTenant).orElse(false)) {
            table.text("tenant", t("column.tenant"), row -> tenants.name(row.instance().tenant()));
        }
        table.text("by", t("column.by"), row -> row.instance().stamps().createdBy())
                .column(
                        "created",
                        t("column.age"),
                        new ComponentRenderer<>(
                                row -> Words.ago(row.instance().stamps().created())),
                        row -> row.instance().stamps().created());
    }

    private static Anchor link(NsView row) {
        Anchor link = new Anchor("instances/" + row.instance().id(), row.instance().name());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Component operation(NsView row) {
        OperationView current = row.currentOperation();
        if (current == null) {
            return new Span();
        }
        String kind =
                or("operation." + current.operation().kind(), current.operation().kind().name());
        Anchor link =
                new Anchor(
                        "operations/" + current.operation().id(),
                        t("operation.progress", kind, current.settled(), current.total()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.follow(new UrlState(event.getLocation()));
    }

    @Override
    protected void load() {
        tenants = new Tenants();
        List<NsView> all =
                Pages.all(page -> Facades.call(NsFacade.class, ns -> ns.list(SignedIn.me(), page)));
        table.show(all.stream().filter(row -> SignedIn.shows(row.instance().tenant())).toList());
    }

    @Override
    protected void changed(List<Event> batch) {
        Set<String> ids =
                batch.stream()
                        .map(InstancesPage::instance)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (ids.contains("") || ids.size() > FEW) {
            load();
            return;
        }
        for (String id : ids) {
            try {
                NsView row =
                        Facades.call(
                                NsFacade.class, ns -> ns.get(SignedIn.me(), new NsInstanceId(id)));
                if (SignedIn.shows(row.instance().tenant())) {
                    table.put(row);
                }
            } catch (TelamonException problem) {
                if (problem.code() != ErrorCode.NOT_FOUND) {
                    throw problem;
                }
                table.drop(new NsInstanceId(id));
            }
        }
    }

    private static String instance(Event event) {
        return event.subject().kind().equals("ns")
                ? event.subject().id()
                : event.data().getOrDefault("instance", "");
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().kind().equals("ns") || event.data().containsKey("instance");
    }

    @Override
    public String getPageTitle() {
        return t("instances.title") + " · " + t("app.name");
    }
}
