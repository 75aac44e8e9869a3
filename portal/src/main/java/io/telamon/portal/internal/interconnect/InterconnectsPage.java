/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.interconnect;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.model.event.Event;
import io.telamon.model.instance.Interconnect;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.DataTable;
import io.telamon.portal.internal.widget.Notice;
import io.telamon.portal.internal.widget.Toast;
import io.telamon.portal.internal.widget.UrlState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What joins clouds, and which links use it, live. */
@Route(value = "interconnects", layout = Shell.class)
@Needs("vim:read")
public final class InterconnectsPage extends LiveView
        implements BeforeEnterObserver, HasDynamicTitle {
    private final DataTable<InterconnectView> table =
            new DataTable<>(t("interconnects.title"), row -> row.interconnect().id());

    /** Builds the page. */
    public InterconnectsPage() {
        Header head = new Header(new H1(t("interconnects.title")));
        head.addClassName("tm-list-head");
        boolean may = SignedIn.may("vim:write");
        if (may) {
            head.add(register());
        }
        Button[] ways = may ? new Button[] {register()} : new Button[0];
        table.whenEmpty(
                new Notice(t("interconnects.empty.title"), t("interconnects.empty.text"), ways));
        columns(may);
        content().add(head, new Div(table));
    }

    private Button register() {
        Button register =
                new Button(
                        t("interconnects.register"),
                        VaadinIcon.PLUS.create(),
                        click -> InterconnectForm.start(this::load));
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return register;
    }

    private void columns(boolean may) {
        table.text("name", t("column.name"), row -> row.interconnect().name())
                .text("kind", t("interconnects.kind"), row -> kind(row.interconnect().kind()))
                .text("sides", t("interconnects.sides"), InterconnectsPage::sides)
                .column(
                        "taken",
                        t("interconnects.taken"),
                        new TextRenderer<>(InterconnectsPage::taken),
                        row -> row.uses().size())
                .text("uses", t("interconnects.uses"), InterconnectsPage::uses);
        if (may) {
            table.buttons("remove", t("interconnects.remove"), new ComponentRenderer<>(this::bin));
        }
    }

    static String kind(Interconnect.Kind kind) {
        return t("interconnects.kind." + kind);
    }

    private static String sides(InterconnectView row) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.accounts().size(); i++) {
            Interconnect.Side side = row.interconnect().sides().get(i);
            words.add(
                    t(
                            side.cidr().isEmpty()
                                    ? "interconnects.side"
                                    : "interconnects.side.routed",
                            row.accounts().get(i),
                            side.physicalNetwork(),
                            side.cidr()));
        }
        return String.join("; ", words);
    }

    private static String taken(InterconnectView row) {
        Interconnect.Segments all = row.interconnect().segments();
        return t(
                "interconnects.taken.of",
                row.uses().size(),
                all.size(),
                Integer.toString(all.first()),
                Integer.toString(all.last()));
    }

    private static String uses(InterconnectView row) {
        return row.uses().stream()
                .map(
                        use ->
                                t(
                                        "interconnects.use",
                                        Integer.toString(use.vlan()),
                                        use.service(),
                                        use.link()))
                .collect(Collectors.joining("; "));
    }

    private Button bin(InterconnectView row) {
        String name = row.interconnect().name();
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> ask(row));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(t("interconnects.remove.title", name));
        return remove;
    }

    private void ask(InterconnectView row) {
        String name = row.interconnect().name();
        new ConfirmAction(t("interconnects.remove.title", name), t("interconnects.remove"))
                .effect(t("interconnects.remove.effect"))
                .dangerous()
                .then(
                        () -> {
                            Facades.run(
                                    InterconnectFacade.class,
                                    door -> door.delete(SignedIn.me(), row.interconnect().id()));
                            load();
                            Toast.done(t("interconnects.removed", name));
                        })
                .open();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.follow(new UrlState(event.getLocation()));
    }

    @Override
    protected void load() {
        List<InterconnectView> all =
                Facades.call(InterconnectFacade.class, door -> door.list(SignedIn.me()));
        table.show(
                all.stream().filter(row -> SignedIn.shows(row.interconnect().tenant())).toList());
    }

    /** Links take and give VLANs with the operations of their services. */
    @Override
    protected boolean concerns(Event event) {
        return event.subject().kind().equals("interconnect")
                || event.subject().kind().equals("operation");
    }

    @Override
    public String getPageTitle() {
        return t("interconnects.title") + " · " + t("app.name");
    }
}
