/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.telamon.model.instance.Inventory;
import io.telamon.portal.internal.widget.Facts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the cloud has: images, networks, zones, abilities. Long lists open on demand. */
final class InventoryCard extends Div {
    private static final int FEW = 6;
    private static final int MOST = 500;

    InventoryCard(Inventory inventory) {
        addClassName("tm-card");
        add(new H2(t("inventory.title")));
        if (inventory == null) {
            add(new Paragraph(t("inventory.none")));
            return;
        }
        boolean any = inventory.images().containsKey(Inventory.ANY);
        Facts facts = new Facts();
        facts.add(
                t("inventory.images"),
                any ? new Span(t("inventory.images.any")) : names(inventory.images()));
        facts.add(t("inventory.networks"), names(inventory.networks()));
        facts.add(t("inventory.zones"), names(inventory.zones()));
        facts.add(t("inventory.abilities"), names(inventory.abilities()));
        inventory
                .latency()
                .ifPresent(
                        millis ->
                                facts.add(
                                        t("inventory.latency"),
                                        new Span(t("inventory.latency.ms", millis))));
        add(facts);
    }

    /** Clouds list things by name and by id; the id of one that has a name is left out. */
    private static Component names(Map<String, String> idsByName) {
        Set<String> named = new HashSet<>();
        idsByName.forEach(
                (name, id) -> {
                    if (!name.equals(id)) {
                        named.add(id);
                    }
                });
        return names(idsByName.keySet().stream().filter(name -> !named.contains(name)).toList());
    }

    private static Component names(Collection<String> all) {
        List<String> sorted = all.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new Span(t("inventory.empty"));
        }
        if (sorted.size() <= FEW) {
            return new Span(String.join(", ", sorted));
        }
        UnorderedList list = new UnorderedList();
        sorted.stream().limit(MOST).forEach(name -> list.add(new ListItem(name)));
        Details details = new Details(t("inventory.count", sorted.size()), list);
        details.addClassName("tm-same");
        return details;
    }
}
