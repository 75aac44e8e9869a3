/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.plan.ChangeDialog;
import java.util.Map;

/** Sets one parameter of a running service, with what that would do. */
final class AdjustForm {
    private final ComboBox<String> name = new ComboBox<>(t("parameters.name"));
    private final TextField value = new TextField(t("parameters.value"));
    private final ChangeDialog dialog;

    AdjustForm(NsView view) {
        Map<String, String> known = view.instance().topology().parameters();
        name.setItems(known.keySet().stream().sorted().toList());
        name.setAllowCustomValue(true);
        name.addCustomValueSetListener(event -> name.setValue(event.getDetail()));
        name.setWidthFull();
        value.setWidthFull();
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t("adjust.title", view.instance().name()),
                        t("action.adjust"),
                        this::wish);
        dialog.effect(t("adjust.effect"));
        dialog.missing(t("adjust.missing"));
        dialog.fields(name, value);
        name.addValueChangeListener(
                event -> {
                    value.setValue(known.getOrDefault(event.getValue(), ""));
                    dialog.preview();
                });
        value.addValueChangeListener(event -> dialog.preview());
    }

    private NsChange wish() {
        String key = name.getValue() == null ? "" : name.getValue().strip();
        return key.isEmpty() ? null : new NsChange.Adjust(Map.of(key, value.getValue().strip()));
    }

    void ask() {
        dialog.ask();
    }
}
