/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.facade.Tenants;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.Masthead;
import io.telamon.portal.internal.widget.Toast;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;

/** One package: what it describes, what was found in it, its text, and what can be done with it. */
@Route(value = "catalog/:area(ns|vnf)/:id", layout = Shell.class)
@Needs("catalog:read")
public final class PackagePage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    private final Masthead head = new Masthead(t("package.kind"));
    private final Button instantiate = new Button(t("action.instantiate"), click -> instantiate());
    private final Button enable = new Button(t("action.disable"), click -> toggle());
    private final Button delete = new Button(t("action.delete"), click -> delete());
    private final Anchor download = new Anchor();
    private final TabSheet tabs = new TabSheet();
    private final PackageTabs panels = new PackageTabs(tabs);
    private PackageId id;
    private String area;
    private PackageView shown;

    /** Builds the page. */
    public PackagePage() {
        instantiate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
        download.setText(t("action.download"));
        download.addClassName("tm-link-button");
        boolean writes = SignedIn.may("catalog:write");
        enable.setVisible(writes);
        delete.setVisible(writes);
        head.actions(instantiate, enable, download, delete);
        tabs.addClassName("tm-tabs");
        content().add(head, tabs);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new PackageId(event.getRouteParameters().get("id").orElseThrow());
        area = event.getRouteParameters().get("area").orElse("ns");
        panels.follow(new UrlState(event.getLocation()));
        if (isAttached()) {
            refresh(); // another package on the page that is already there
        }
    }

    @Override
    protected void load() {
        shown = Facades.call(CatalogFacade.class, catalog -> catalog.get(SignedIn.me(), id));
        boolean ready = shown.state() == PackageState.ONBOARDED;
        boolean service = shown.kind() == PackageKind.NS;
        String title = shown.name().title().isEmpty() ? id.value() : shown.name().title();
        head.show(title, shown.state());
        head.fact(t("column.kind"), t("kind." + shown.kind()));
        head.fact(t("column.version"), shown.name().version());
        head.fact(t("column.provider"), shown.name().provider());
        head.fact(t("column.descriptor"), shown.name().descriptorId());
        head.fact(t("column.usage"), t(shown.inUse() ? "usage.used" : "usage.unused"));
        head.fact(t("column.enabled"), t(shown.enabled() ? "word.yes" : "word.no"));
        head.fact(t("column.tenant"), new Tenants().name(shown.tenant()));
        head.fact(t("column.age"), Words.ago(shown.created()));
        head.id(id.value());
        head.sameAs(t("same.package.command", id), t("same.package.rest." + area, id));
        instantiate.setVisible(service && ready && SignedIn.may("ns:operate"));
        instantiate.setEnabled(shown.enabled());
        enable.setText(t(shown.enabled() ? "action.disable" : "action.enable"));
        enable.setEnabled(ready);
        download.setVisible(shown.content() != null);
        if (shown.content() != null) {
            download.setHref(original(SignedIn.me(), shown));
        }
        panels.show(shown);
    }

    private static DownloadHandler original(Caller caller, PackageView what) {
        return DownloadHandler.fromInputStream(
                event ->
                        new DownloadResponse(
                                Facades.call(
                                        CatalogFacade.class,
                                        catalog -> catalog.content(caller, what.id())),
                                what.content().fileName(),
                                "application/octet-stream",
                                what.content().size()));
    }

    private void instantiate() {
        UI.getCurrent().navigate("instances/new", QueryParameters.of("nsd", id.value()));
    }

    private void toggle() {
        Toast.tried(
                () ->
                        Facades.run(
                                CatalogFacade.class,
                                catalog ->
                                        catalog.update(
                                                SignedIn.me(),
                                                id,
                                                shown.version(),
                                                !shown.enabled(),
                                                null)));
        refresh();
    }

    private void delete() {
        new ConfirmAction(t("package.delete.title", shown.name().title()), t("action.delete"))
                .effect(
                        t(
                                "package.delete.effect",
                                shown.content() == null ? "" : shown.content().fileName()))
                .dangerous()
                .then(
                        () -> {
                            Facades.run(
                                    CatalogFacade.class,
                                    catalog -> catalog.delete(SignedIn.me(), id));
                            UI.getCurrent().navigate("catalog/" + area);
                        })
                .open();
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().id().equals(id.value());
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? t("package.kind") : shown.name().title()) + " · " + t("app.name");
    }
}
