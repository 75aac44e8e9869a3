/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValue.ValueChangeEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.telamon.northbound.api.PlacementRules;
import java.util.function.Consumer;

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
        tell(aim, draft::aim);
        tell(needs, draft::needs);
        tell(latency, draft::latency);
        add(aim, needs, latency);
    }

    /** Passes on what the person chose, not what {@link #load} sets. */
    private static <E extends ValueChangeEvent<T>, T> void tell(
            HasValue<E, T> field, Consumer<T> draft) {
        field.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        draft.accept(event.getValue());
                    }
                });
    }

    /** Shows what the address says. */
    void load(Draft draft) {
        aim.setValue(draft.aim());
        needs.setValue(draft.needs());
        latency.setValue(draft.latency());
    }
}
