/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.VnfInstance;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.Facts;
import io.telamon.portal.internal.widget.Words;
import java.util.HashMap;
import java.util.Map;

/** Members with place, size and reason; parameters; what happens on drift. */
final class OverviewPanel extends InstancePanel {
    @Override
    void show(NsView view) {
        removeAll();
        addClassName("tm-cards");
        if (!view.instance().description().isBlank()) {
            card(t("column.description"), new Paragraph(view.instance().description()));
        }
        if (view.instance().topology().vnfs().isEmpty()) {
            card(t("overview.members"), new Paragraph(t("overview.none")));
        }
        Map<LaneId, String> accounts = accounts();
        view.instance().topology().vnfs().forEach(vnf -> member(vnf, accounts));
        Facts settings = new Facts();
        settings.add(t("overview.drift"), t("drift." + view.instance().topology().drift()));
        settings.add(t("overview.changed"), Words.time(view.instance().stamps().changed()));
        view.instance().topology().parameters().forEach(settings::add);
        card(t("overview.settings"), settings);
    }

    private static Map<LaneId, String> accounts() {
        Map<LaneId, String> names = new HashMap<>();
        if (SignedIn.may("vim:read")) {
            Facades.call(AccountFacade.class, all -> all.list(SignedIn.me(), LaneKind.VIM))
                    .forEach(view -> names.put(view.account().lane(), view.account().name()));
        }
        return names;
    }

    private void member(VnfInstance vnf, Map<LaneId, String> accounts) {
        Anchor descriptor = new Anchor("catalog/vnf/" + vnf.vnfPackage(), vnf.vnfdId());
        descriptor.getElement().setAttribute("router-link", true);
        Facts facts = new Facts();
        facts.add(t("overview.vnfd"), descriptor);
        if (vnf.vim() != null) {
            LaneId lane = LaneId.of(vnf.vim());
            facts.add(t("overview.account"), accounts.getOrDefault(lane, vnf.vim().value()));
        }
        facts.add(t("overview.why"), vnf.placement());
        vnf.counts()
                .forEach(
                        (vdu, count) -> facts.add(t("overview.count", vdu), String.valueOf(count)));
        vnf.levels()
                .forEach(
                        (aspect, level) ->
                                facts.add(t("overview.level", aspect), String.valueOf(level)));
        card(t("overview.member", vnf.memberIndex()), facts);
    }

    private void card(String title, Component body) {
        Div card = new Div(new H2(title), body);
        card.addClassName("tm-card");
        add(card);
    }
}
