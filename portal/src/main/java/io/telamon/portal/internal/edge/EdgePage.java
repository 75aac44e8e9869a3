/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.edge;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.Graph;
import io.telamon.portal.internal.widget.Notice;

/** Functions at the edge: who serves what, how fast, how busy; looked at again each two seconds. */
@Route(value = "faas/edge", layout = Shell.class)
@Needs("edge:read")
public final class EdgePage extends LiveView implements HasDynamicTitle {
    private static final long PERIOD_MILLIS = 2_000;

    private final EdgeTables tables = new EdgeTables();
    private final Graph map = new Graph();
    private final Div live = new Div();
    private final Notice nothing = new Notice(t("edge.empty.title"), t("edge.empty.text"));
    private EdgeView shown;

    /** Builds the page. */
    public EdgePage() {
        Header head = new Header(new H1(t("edge.title")));
        head.addClassName("tm-list-head");
        if (SignedIn.may("edge:call")) {
            Button call =
                    new Button(
                            t("edge.call"),
                            VaadinIcon.PLAY.create(),
                            click -> new CallDialog(shown).open());
            call.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.add(call);
        }
        live.add(
                section("edge.functions", tables.functions()),
                section("edge.computers", tables.computers()),
                section("edge.map", map),
                section("edge.brokers", tables.brokers()),
                section("edge.routes", tables.routes()));
        content().add(head, nothing, live);
        nothing.setVisible(false);
    }

    private static Section section(String title, Component body) {
        Section section = new Section(new H2(t(title)), body);
        section.addClassName("tm-edge-section");
        return section;
    }

    @Override
    protected void load() {
        shown = Facades.call(EdgeFacade.class, door -> door.view(SignedIn.me()));
        boolean empty = shown.brokers().isEmpty() && shown.computers().isEmpty();
        nothing.setVisible(empty);
        live.setVisible(!empty);
        tables.show(shown);
        map.show(EdgeMap.of(shown));
    }

    /** The journal does not tell what happens at the edge. */
    @Override
    protected boolean concerns(Event event) {
        return false;
    }

    @Override
    protected long again() {
        return PERIOD_MILLIS;
    }

    @Override
    public String getPageTitle() {
        return t("edge.title") + " · " + t("app.name");
    }
}
