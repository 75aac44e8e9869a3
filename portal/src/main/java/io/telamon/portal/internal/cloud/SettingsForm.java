/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.telamon.northbound.api.PluginTypeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings that a plug-in asks for: the needed ones first, the others on demand. */
final class SettingsForm extends Div {
    private final Div needed = new Div();
    private final Div others = new Div();
    private final Details more = new Details(t("register.more"), others);
    private List<SettingInput> inputs = List.of();
    private Runnable changed = () -> {};

    SettingsForm() {
        needed.addClassName("tm-fields");
        others.addClassName("tm-fields");
        add(needed, more);
        show(List.of());
    }

    void whenChanged(Runnable listener) {
        changed = listener;
    }

    /** Shows the fields of a type. */
    void show(List<PluginTypeView.Field> fields) {
        needed.removeAll();
        others.removeAll();
        inputs = fields.stream().map(SettingInput::new).toList();
        for (SettingInput input : inputs) {
            input.whenChanged(() -> changed.run());
            (input.required() ? needed : others).add(input.component());
        }
        long optional = inputs.stream().filter(input -> !input.required()).count();
        more.setVisible(optional > 0);
        more.setOpened(false);
        more.setSummaryText(t("register.more", optional));
    }

    /** Fills in what is known; what the type does not name is left out. */
    void fill(Map<String, String> values) {
        inputs.forEach(input -> input.show(values.getOrDefault(input.name(), "")));
        more.setOpened(inputs.stream().anyMatch(one -> !one.required() && !one.value().isEmpty()));
    }

    /** What was entered, without what is empty. */
    Map<String, String> values() {
        Map<String, String> all = new HashMap<>();
        inputs.forEach(input -> all.put(input.name(), input.value()));
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** Marks what is missing; true when nothing is. */
    boolean complete() {
        boolean good = true;
        for (SettingInput input : inputs) {
            good &= input.complete(t("register.needed"));
        }
        return good;
    }
}
