/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.LaneView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.facade.Tenants;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.UrlState;
import java.util.List;

/** All accounts of one kind of the tenant with what their lanes do, live. */
abstract class AccountsPage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    private final AccountKind kind;
    private final DataTable<AccountView> table;
    private Tenants tenants;

    AccountsPage(AccountKind kind) {
        this.kind = kind;
        table = new DataTable<>(kind.ofMany("title"), row -> row.account().lane());
        Header head = new Header(new H1(kind.ofMany("title")));
        head.addClassName("tm-list-head");
        boolean may = kind.mayWrite();
        if (may) {
            head.add(register());
        }
        Button[] ways = may ? new Button[] {register()} : new Button[0];
        table.whenEmpty(
                new Notice(
                        kind.ofMany("empty.title"),
                        kind.ofMany(may ? "empty.text" : "empty.viewer"),
                        ways));
        columns();
        content().add(head, new Div(table));
    }

    private Button register() {
        Button register =
                new Button(
                        kind.ofMany("register"),
                        VaadinIcon.PLUS.create(),
                        click -> RegisterDialog.start(kind));
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return register;
    }

    private void columns() {
        table.column(
                        "name",
                        t("column.name"),
                        new ComponentRenderer<>(this::link),
                        row -> row.account().name())
                .state(row -> LaneState.of(row.state()))
                .column(
                        "queued",
                        t("column.queued"),
                        new TextRenderer<>(row -> t("number", row.state().queued())),
                        row -> row.state().queued())
                .text("permits", t("column.permits"), row -> permits(row.state()))
                .text("type", t("column.type"), row -> row.account().type())
                .text("plugin", t("column.plugin"), AccountsPage::plugin)
                .text("endpoint", t("column.endpoint"), row -> row.account().endpoint());
        if (SignedIn.current().map(SignedIn::everyTenant).orElse(false)) {
            table.text("tenant", t("column.tenant"), row -> tenants.name(row.account().tenant()));
        }
    }

    private Anchor link(AccountView row) {
        Anchor link =
                new Anchor(kind.route() + "/" + row.account().lane().id(), row.account().name());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static String plugin(AccountView row) {
        boolean absent = LaneState.of(row.state()) == LaneState.NO_PLUGIN;
        return t(absent ? "clouds.plugin.absent" : "clouds.plugin.present");
    }

    /** Calls under way of those allowed; a lane that nobody used yet has no number. */
    static String permits(LaneView state) {
        return state.permits() == 0 && state.running() == 0
                ? t("clouds.permits.none")
                : t("clouds.permits", state.running(), state.permits());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.follow(new UrlState(event.getLocation()));
    }

    @Override
    protected void load() {
        tenants = new Tenants();
        List<AccountView> all =
                Facades.call(AccountFacade.class, door -> door.list(SignedIn.me(), kind.lane()));
        table.show(all.stream().filter(row -> SignedIn.shows(row.account().tenant())).toList());
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().kind().equals(kind.area());
    }

    /** A lane that slows down, and a queue that grows, is no event of an account. */
    @Override
    protected long again() {
        return AccountPage.AGAIN_MILLIS;
    }

    @Override
    public String getPageTitle() {
        return kind.ofMany("title") + " · " + t("app.name");
    }
}
