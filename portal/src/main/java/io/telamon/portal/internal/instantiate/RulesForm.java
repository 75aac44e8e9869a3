/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.telamon.northbound.api.PlacementRules;

/** How Telamon chooses clouds for the members that the person leaves open. */
final class RulesForm extends Div {
    private final Select<PlacementRules.Aim> aim = new Select<>();
    private final TextField needs = new TextField(t("rules.needs"));
    private final IntegerField latency = new IntegerField(t("rules.latency"));

    RulesForm(Draft draft) {
        addClassName("tm-fields");
        aim.setLabel(t("rules.aim"));
        aim.setItems(PlacementRules.Aim.values());
        aim.setItemLabelGenerator(one -> t("rules.aim." + one.name()));
        needs.setPlaceholder(t("rules.needs.example"));
        needs.setHelperText(t("rules.needs.help"));
        needs.setClearButtonVisible(true);
        needs.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        latency.setMin(1);
        latency.setHelperText(t("rules.latency.help", PlacementRules.LATENCY));
        latency.setClearButtonVisible(true);
        aim.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        draft.aim(event.getValue());
                    }
                });
        needs.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        draft.needs(event.getValue());
                    }
                });
        latency.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        draft.latency(event.getValue());
                    }
                });
        add(aim, needs, latency);
    }

    /** Shows what the address says. */
    void load(Draft draft) {
        aim.setValue(draft.aim());
        needs.setValue(draft.needs());
        latency.setValue(draft.latency());
    }
}
