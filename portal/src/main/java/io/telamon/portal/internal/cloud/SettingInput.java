/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.northbound.api.PluginTypeView;

/** One setting of a plug-in as a field of a form: a check box for yes and no, else text. */
final class SettingInput {
    private final PluginTypeView.Field field;
    private final TextField text = new TextField();
    private final Checkbox box = new Checkbox();
    private final boolean yesOrNo;

    SettingInput(PluginTypeView.Field field) {
        this.field = field;
        yesOrNo = field.defaultValue().equals("true") || field.defaultValue().equals("false");
        text.setLabel(field.label());
        text.setHelperText(field.help());
        text.setPlaceholder(field.defaultValue());
        text.setRequiredIndicatorVisible(field.required());
        text.addValueChangeListener(event -> text.setInvalid(false));
        box.setLabel(field.label());
        box.setHelperText(field.help());
        box.setValue(Boolean.parseBoolean(field.defaultValue()));
    }

    String name() {
        return field.name();
    }

    boolean required() {
        return field.required();
    }

    Component component() {
        return yesOrNo ? box : text;
    }

    /** What was entered; empty when it is what the plug-in assumes anyway. */
    String value() {
        String entered = yesOrNo ? box.getValue().toString() : text.getValue().strip();
        return yesOrNo && entered.equals(field.defaultValue()) ? "" : entered;
    }

    void show(String value) {
        text.setValue(value);
        box.setValue(Boolean.parseBoolean(value.isEmpty() ? field.defaultValue() : value));
    }

    void whenChanged(Runnable listener) {
        text.addValueChangeListener(event -> listener.run());
        box.addValueChangeListener(event -> listener.run());
    }

    /** Marks a field that must be filled and is not; true when all is well. */
    boolean complete(String otherwise) {
        boolean good = yesOrNo || !field.required() || !text.getValue().isBlank();
        text.setInvalid(!good);
        text.setErrorMessage(good ? "" : otherwise);
        return good;
    }
}
