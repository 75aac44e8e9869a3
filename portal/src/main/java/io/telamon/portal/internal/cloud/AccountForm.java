/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.PluginTypeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of an account, rendered from what its plug-in asks for. A credential that came with a
 * file stays on the server and never reaches the browser.
 */
final class AccountForm extends Div {
    private final AccountKind kind;
    private final ComboBox<PluginTypeView> type = new ComboBox<>(t("register.type"));
    private final TextField name = new TextField(t("column.name"));
    private final TextField endpoint = new TextField(t("column.endpoint"));
    private final PasswordField secret = new PasswordField(t("register.secret"));
    private final SettingsForm settings = new SettingsForm();
    private final TextField zone = new TextField(t("register.zone"));
    private final TextField site = new TextField(t("register.site"));
    private final List<PluginTypeView> types;
    private final List<PluginTypeView> installed;
    private Runnable changed = () -> {};
    private String imported = "";

    AccountForm(AccountKind kind, List<PluginTypeView> types) {
        this.kind = kind;
        this.types = new ArrayList<>(types);
        installed = List.copyOf(types);
        addClassName("tm-form");
        type.setItems(this.types);
        type.setItemLabelGenerator(PluginTypeView::type);
        type.setHelperText(kind.ofMany("type"));
        name.setHelperText(t("register.name.help"));
        endpoint.setHelperText(t("register.endpoint.help"));
        secret.setHelperText(t("register.secret.help"));
        secret.getElement().setAttribute("autocomplete", "new-password");
        for (TextField needed : List.of(name, endpoint)) {
            needed.setRequiredIndicatorVisible(true);
            needed.setMaxLength(needed == name ? 64 : 500);
            needed.addValueChangeListener(event -> needed.setInvalid(false));
        }
        type.setRequiredIndicatorVisible(true);
        type.addValueChangeListener(event -> typed(event.getValue()));
        for (TextField field : List.of(name, endpoint, zone, site)) {
            field.setValueChangeMode(ValueChangeMode.ON_BLUR);
            field.addValueChangeListener(event -> changed.run());
        }
        secret.addValueChangeListener(event -> changed.run());
        Div first = new Div(type, name, endpoint, secret);
        first.addClassName("tm-fields");
        Div places = new Div(zone, site);
        places.addClassName("tm-fields");
        add(first, settings);
        if (kind == AccountKind.CLOUD) {
            add(new Details(t("register.places"), places));
        }
        if (types.size() == 1) {
            type.setValue(types.get(0));
        }
    }

    /** Told when anything was changed that a test depends on. */
    void whenChanged(Runnable listener) {
        changed = listener;
        settings.whenChanged(listener);
    }

    private void typed(PluginTypeView chosen) {
        type.setInvalid(false);
        boolean absent = chosen != null && !installed.contains(chosen);
        type.setHelperText(absent ? t("register.type.absent") : kind.ofMany("type"));
        String help = t("register.endpoint.help");
        endpoint.setHelperText(
                chosen == null ? help : or("register.endpoint." + chosen.type(), help));
        endpoint.setRequiredIndicatorVisible(chosen == null || !rides(chosen));
        settings.show(chosen == null ? List.of() : chosen.fields());
        changed.run();
    }

    /** Fills the form with what a file said. */
    void fill(AccountDraft draft) {
        PluginTypeView fitting =
                types.stream()
                        .filter(known -> known.type().equals(draft.type()))
                        .findFirst()
                        .orElseGet(() -> absent(draft));
        type.setValue(fitting);
        settings.fill(draft.settings());
        name.setValue(draft.name());
        endpoint.setValue(draft.endpoint());
        imported = draft.secret() == null ? "" : draft.secret();
        secret.clear();
        secret.setHelperText(t(imported.isEmpty() ? "register.secret.help" : "import.secret"));
        changed.run();
    }

    /** A type without plug-in: its account is kept and waits; the fields are those of the file. */
    private PluginTypeView absent(AccountDraft draft) {
        List<PluginTypeView.Field> fields =
                draft.settings().keySet().stream()
                        .sorted()
                        .map(key -> new PluginTypeView.Field(key, key, "", "", false))
                        .toList();
        PluginTypeView made = new PluginTypeView(kind.lane(), draft.type(), fields);
        types.add(made);
        type.setItems(types);
        return made;
    }

    /** Marks what is missing; true when nothing is. */
    boolean complete() {
        boolean reached = rides(type.getValue()) || filled(endpoint);
        boolean good = filled(name) & reached & settings.complete();
        type.setInvalid(type.getValue() == null);
        type.setErrorMessage(t("register.needed"));
        return good && type.getValue() != null;
    }

    /** True for a type that works on the cloud of a VIM account and may have no address. */
    private static boolean rides(PluginTypeView chosen) {
        return chosen != null
                && chosen.fields().stream()
                        .anyMatch(field -> field.name().equals(Account.VIM_ACCOUNT));
    }

    private static boolean filled(TextField field) {
        field.setInvalid(field.getValue().isBlank());
        field.setErrorMessage(t("register.needed"));
        return !field.isInvalid();
    }

    AccountDraft draft() {
        Map<String, String> labels = new HashMap<>();
        labels.put("zone", zone.getValue().strip());
        labels.put("site", site.getValue().strip());
        labels.values().removeIf(String::isEmpty);
        return new AccountDraft(
                kind.lane(),
                name.getValue().strip(),
                type.getValue().type(),
                endpoint.getValue().strip(),
                settings.values(),
                labels,
                secret.isEmpty() ? imported : secret.getValue());
    }
}
