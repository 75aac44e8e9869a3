/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.LaneView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.facade.Tenants;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.Masthead;
import io.telamon.portal.internal.widget.Words;

/** One cloud: what its lane does, what it has to give, how it is reached, and its test. */
@Route(value = "clouds/:id", layout = Shell.class)
@Needs("vim:read")
public final class CloudPage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    /** Lanes change their state without an event: look again after this time. */
    static final long AGAIN_MILLIS = 5_000;

    private final Masthead head = new Masthead(t("cloud.kind"));
    private final CheckPanel check = new CheckPanel();
    private final CloudActions actions = new CloudActions(check, this::refresh);
    private final Div cards = new Div();
    private LaneId lane;
    private AccountView shown;

    /** Builds the page. */
    public CloudPage() {
        head.actions(actions.buttons());
        check.addClassName("tm-card");
        cards.addClassName("tm-cards");
        content().add(head, check, cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElseThrow();
        lane = new LaneId(LaneKind.VIM, id);
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
        head.fact(t("column.permits"), CloudsPage.permits(state));
        head.fact(t("cloud.oldest"), state.oldest().isZero() ? "" : Words.lasting(state.oldest()));
        head.fact(t("cloud.why"), state.detail());
        head.id(lane.id());
        head.sameAs(
                t("same.cloud.command", view.account().name()), t("same.cloud.rest", lane.id()));
        actions.show(view);
        cards.removeAll();
        cards.add(
                new QuotaCard(view.inventory()),
                new InventoryCard(view.inventory()),
                new SettingsCard(view.account()));
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
        return (shown == null ? t("cloud.kind") : shown.account().name()) + " · " + t("app.name");
    }
}
