/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.model.instance.Account;
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
        new TreeMap<>(pairs).forEach(facts::add);
        return facts;
    }
}
