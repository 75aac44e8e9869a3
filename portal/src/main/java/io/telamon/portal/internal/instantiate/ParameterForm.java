/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;

/** Parameters by name, with the names the service is known to take, and what happens on drift. */
final class ParameterForm extends Div {
    private final Draft draft;
    private final Div rows = new Div();
    private final Checkbox heal = new Checkbox(t("parameters.heal"));
    private final ComboBox<String> key = new ComboBox<>(t("parameters.name"));
    private final TextField value = new TextField(t("parameters.value"));

    ParameterForm(Draft draft) {
        this.draft = draft;
        rows.addClassName("tm-parameters");
        heal.addValueChangeListener(event -> draft.heals(event.getValue()));
        key.setAllowCustomValue(true);
        key.addCustomValueSetListener(event -> key.setValue(event.getDetail()));
        key.setItems(new ArrayList<>());
        Button add = new Button(t("parameters.add"), VaadinIcon.PLUS.create(), click -> add());
        Div line = new Div(key, value, add);
        line.addClassName("tm-parameter-line");
        add(rows, line, heal);
    }

    void load() {
        heal.setValue(draft.heals());
        draft.parameters().forEach(this::row);
    }

    void suggest(List<String> names) {
        key.setItems(names);
    }

    private void add() {
        String name = key.getValue() == null ? "" : key.getValue().strip();
        if (name.isEmpty()) {
            key.setErrorMessage(t("parameters.name.missing"));
            key.setInvalid(true);
            return;
        }
        if (!draft.parameters().containsKey(name)) {
            row(name, value.getValue());
        }
        draft.parameter(name, value.getValue());
        key.clear();
        value.clear();
        key.focus();
    }

    private void row(String name, String text) {
        TextField field = new TextField(name);
        field.setValue(text);
        field.addValueChangeListener(event -> draft.parameter(name, event.getValue()));
        Button remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(t("parameters.remove", name));
        Div row = new Div(field, remove);
        row.addClassName("tm-parameter-line");
        remove.addClickListener(
                click -> {
                    draft.parameter(name, "");
                    rows.remove(row);
                });
        rows.add(row);
    }
}
