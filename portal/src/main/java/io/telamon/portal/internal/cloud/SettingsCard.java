/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.Facts;
import java.util.Map;
import java.util.TreeMap;

/** How the cloud is reached and where it stands; never its credential. */
final class SettingsCard extends Div {
    private static final String OURS = "telamon.";

    SettingsCard(Account account) {
        addClassName("tm-card");
        add(new H2(t("settings.title")));
        Map<String, String> entered = new TreeMap<>(account.settings());
        entered.keySet().removeIf(key -> key.startsWith(OURS));
        if (entered.isEmpty()) {
            add(new Paragraph(t("settings.none")));
        } else {
            add(facts(entered));
        }
        if (!account.labels().isEmpty()) {
            add(new H3(t("settings.labels")), facts(account.labels()));
        }
    }

    private static Facts facts(Map<String, String> pairs) {
        Facts facts = new Facts();
        new TreeMap<>(pairs)
                .forEach(
                        (key, value) -> {
                            if (key.equals(Account.VIM_ACCOUNT)) {
                                facts.add(key, cloud(value));
                            } else {
                                facts.add(key, value);
                            }
                        });
        return facts;
    }

    /** The cloud that a controller works on, by its name for whoever may read it. */
    private static Component cloud(String id) {
        if (!SignedIn.may(AccountKind.CLOUD.area() + ":read")) {
            return new Span(id);
        }
        return Facades.call(AccountFacade.class, all -> all.list(SignedIn.me(), LaneKind.VIM))
                .stream()
                .map(AccountView::account)
                .filter(account -> account.lane().id().equals(id))
                .findFirst()
                .<Component>map(SettingsCard::link)
                .orElseGet(() -> new Span(id));
    }

    private static Anchor link(Account cloud) {
        Anchor link = new Anchor(AccountKind.CLOUD.route() + "/" + cloud.lane().id(), cloud.name());
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
