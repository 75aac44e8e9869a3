/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.telamon.model.LaneId;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.LaneView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.facade.Tenants;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.widget.Masthead;
import io.telamon.portal.internal.widget.Words;

/** One account: what its lane does, what it has to give, how it is reached, and its test. */
abstract class AccountPage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    /** Lanes change their state without an event: look again after this time. */
    static final long AGAIN_MILLIS = 5_000;

    private final AccountKind kind;
    private final Masthead head;
    private final CheckPanel check = new CheckPanel();
    private final AccountActions actions;
    private final Div cards = new Div();
    private LaneId lane;
    private AccountView shown;

    AccountPage(AccountKind kind) {
        this.kind = kind;
        head = new Masthead(kind.ofOne("kind"));
        actions = new AccountActions(kind, check, this::refresh);
        head.actions(actions.buttons());
        check.addClassName("tm-card");
        cards.addClassName("tm-cards");
        content().add(head, check, cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElseThrow();
        lane = new LaneId(kind.lane(), id);
    }

    @Override
    protected void load() {
        AccountView view = Facades.call(AccountFacade.class, door -> door.get(SignedIn.me(), lane));
        if (view.equals(shown)) {
            return;
        }
        shown = view;
        LaneView state = view.state();
        head.show(view.account().name(), LaneState.of(state));
        head.fact(t("column.type"), view.account().type());
        head.fact(t("column.endpoint"), view.account().endpoint());
        head.fact(t("column.tenant"), new Tenants().name(view.account().tenant()));
        head.fact(t("column.queued"), t("number", state.queued()));
        head.fact(t("column.permits"), AccountsPage.permits(state));
        head.fact(t("cloud.oldest"), state.oldest().isZero() ? "" : Words.lasting(state.oldest()));
        head.fact(t("cloud.why"), state.detail());
        head.id(lane.id());
        head.sameAs(kind.same("command", view.account().name()), kind.same("rest", lane.id()));
        actions.show(view);
        cards.removeAll();
        if (kind == AccountKind.CLOUD) {
            cards.add(new QuotaCard(view.inventory()), new InventoryCard(view.inventory()));
        }
        cards.add(new SettingsCard(view.account()));
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().id().equals(lane.id()) || event.subject().kind().equals("operation");
    }

    @Override
    protected long again() {
        return AGAIN_MILLIS;
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? kind.ofOne("kind") : shown.account().name())
                + " · "
                + t("app.name");
    }
}
