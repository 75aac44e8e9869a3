/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On which cloud each member goes; left open, Telamon decides and says why. */
final class WhereForm extends Div {
    private static final String ALL = "*";
    private final Draft draft;
    private final Map<String, ComboBox<AccountView>> fields = new LinkedHashMap<>();
    private final RulesForm rules;
    private List<AccountView> accounts = List.of();

    WhereForm(Draft draft) {
        this.draft = draft;
        rules = new RulesForm(draft);
        addClassName("tm-fields");
    }

    void load() {
        accounts = Facades.call(AccountFacade.class, all -> all.list(SignedIn.me(), LaneKind.VIM));
        removeAll();
        fields.clear();
        add(new Paragraph(accounts.isEmpty() ? t("where.none") : t("where.help")));
        field(ALL, t("where.all"));
        rules.load(draft);
        add(rules);
    }

    void members(List<String> indexes) {
        fields.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone =
                                    !entry.getKey().equals(ALL)
                                            && !indexes.contains(entry.getKey());
                            if (gone) {
                                remove(entry.getValue());
                            }
                            return gone;
                        });
        indexes.forEach(index -> field(index, t("where.member", index)));
    }

    private void field(String member, String label) {
        if (fields.containsKey(member)) {
            return;
        }
        ComboBox<AccountView> field = new ComboBox<>(label);
        field.setItems(accounts);
        field.setItemLabelGenerator(WhereForm::label);
        field.setPlaceholder(t(member.equals(ALL) ? "where.automatic" : "where.asall"));
        field.setClearButtonVisible(true);
        String chosen = draft.places().getOrDefault(member, "");
        accounts.stream()
                .filter(view -> view.account().name().equals(chosen))
                .findFirst()
                .ifPresent(field::setValue);
        field.addValueChangeListener(
                event ->
                        draft.place(
                                member,
                                event.getValue() == null ? "" : event.getValue().account().name()));
        fields.put(member, field);
        addComponentAtIndex(fields.size(), field);
    }

    private static String label(AccountView view) {
        String state = view.state() == null ? "" : view.state().state();
        return state.isEmpty() || state.equals("OPEN")
                ? t("where.account", view.account().name(), view.account().type())
                : t(
                        "where.account.state",
                        view.account().name(),
                        view.account().type(),
                        t("lane." + state));
    }
}
