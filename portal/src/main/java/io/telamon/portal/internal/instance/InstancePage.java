/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.telamon.model.NsInstanceId;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.facade.Tenants;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.Masthead;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One service: head with actions, the operation under way, and a tab for each way to look at it.
 */
@Route(
        value = "instances/:id/:tab?(overview|topology|operations|resources|events)",
        layout = Shell.class)
@Needs("ns:read")
public final class InstancePage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    private static final long AGAIN_MILLIS = 15_000;
    private static final Map<String, Supplier<InstancePanel>> PANELS = panels();
    private final Masthead head = new Masthead(t("instance.kind"));
    private final InstanceActions actions = new InstanceActions();
    private final RunningOperation running = new RunningOperation();
    private final Tabs tabs = new Tabs();
    private final Div place = new Div();
    private final Map<String, Tab> byName = new LinkedHashMap<>();
    private InstancePanel panel;
    private NsInstanceId id;
    private NsView shown;

    /** Builds the page. */
    public InstancePage() {
        head.actions(actions.buttons());
        PANELS.keySet()
                .forEach(
                        name -> {
                            Tab tab = new Tab(t("instance.tab." + name));
                            byName.put(name, tab);
                            tabs.add(tab);
                        });
        tabs.addSelectedChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        open(change.getSelectedTab());
                    }
                });
        tabs.addClassName("tm-tabs");
        place.addClassName("tm-panel");
        content().add(head, running, tabs, place);
    }

    private static Map<String, Supplier<InstancePanel>> panels() {
        Map<String, Supplier<InstancePanel>> made = new LinkedHashMap<>();
        made.put("overview", OverviewPanel::new);
        made.put("topology", TopologyPanel::new);
        made.put("operations", OperationsPanel::new);
        made.put("resources", ResourcesPanel::new);
        made.put("events", EventsPanel::new);
        return made;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters route = event.getRouteParameters();
        id = new NsInstanceId(route.get("id").orElseThrow());
        String tab = route.get("tab").orElse("overview");
        panel = PANELS.get(tab).get();
        panel.follow(new UrlState(event.getLocation()));
        place.removeAll();
        place.add(panel);
        tabs.setSelectedTab(byName.get(tab));
        if (isAttached()) {
            refresh(); // another tab of the page that is already there
        }
    }

    private void open(Tab tab) {
        byName.forEach(
                (name, candidate) -> {
                    if (candidate.equals(tab)) {
                        UI.getCurrent().navigate("instances/" + id + "/" + name);
                    }
                });
    }

    @Override
    protected void load() {
        shown = Facades.call(NsFacade.class, ns -> ns.get(SignedIn.me(), id));
        head.show(shown.instance().name(), shown.instance().state());
        Anchor service = new Anchor("catalog/ns/" + shown.instance().nsd(), shown.nsdName());
        service.getElement().setAttribute("router-link", true);
        head.fact(t("column.service"), service);
        head.fact(t("column.tenant"), new Tenants().name(shown.instance().tenant()));
        head.fact(t("column.age"), Words.ago(shown.instance().stamps().created()));
        head.fact(t("column.by"), shown.instance().stamps().createdBy());
        head.id(id.value());
        head.sameAs(
                t("same.instance.command", shown.instance().name()), t("same.instance.rest", id));
        actions.show(shown);
        running.show(shown.currentOperation());
        panel.show(shown);
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().id().equals(id.value())
                || id.value().equals(event.data().get("instance"));
    }

    /** What a controller counts, and addresses that change by themselves, are no events. */
    @Override
    protected long again() {
        return AGAIN_MILLIS;
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? t("instance.kind") : shown.instance().name())
                + " · "
                + t("app.name");
    }
}
