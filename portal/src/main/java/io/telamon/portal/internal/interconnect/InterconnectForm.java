/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.interconnect;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Interconnect;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.Toast;
import java.util.ArrayList;
import java.util.List;

/** Registers what joins clouds; what is wrong with it is said by the facade. */
final class InterconnectForm extends ConfirmAction {
    private final TextField name = new TextField(t("column.name"));
    private final ComboBox<Interconnect.Kind> kind = new ComboBox<>(t("interconnects.kind"));
    private final IntegerField first = new IntegerField(t("interconnects.first"));
    private final IntegerField last = new IntegerField(t("interconnects.last"));
    private final IntegerField mtu = new IntegerField(t("interconnects.mtu"));
    private final Div sides = new Div();
    private final List<SideFields> all = new ArrayList<>();
    private final List<AccountView> accounts;

    /** One cloud. */
    private record SideFields(ComboBox<AccountView> account, TextField wire, TextField range) {
        InterconnectDraft.Side draft() {
            AccountView chosen = account.getValue();
            return new InterconnectDraft.Side(
                    chosen == null ? "" : chosen.account().lane().id(),
                    wire.getValue().strip(),
                    range.isVisible() ? range.getValue().strip() : "");
        }
    }

    private InterconnectForm(List<AccountView> accounts, Runnable changed) {
        super(t("interconnects.register"), t("interconnects.save"));
        this.accounts = accounts;
        kind.setItems(Interconnect.Kind.values());
        kind.setItemLabelGenerator(InterconnectsPage::kind);
        kind.setValue(Interconnect.Kind.PROVIDER_NETWORK);
        kind.setHelperText(t("interconnects.kind.help"));
        kind.addValueChangeListener(event -> ranges());
        mtu.setHelperText(t("interconnects.mtu.help"));
        Div fields = new Div(name, kind, first, last, mtu);
        fields.addClassName("tm-fields");
        Button more =
                new Button(t("interconnects.more"), VaadinIcon.PLUS.create(), click -> side());
        side();
        side();
        body().add(new Paragraph(t("interconnects.help")), fields, sides, more);
        then(
                () -> {
                    InterconnectDraft draft = draft();
                    Facades.run(InterconnectFacade.class, door -> door.add(SignedIn.me(), draft));
                    Toast.done(t("interconnects.saved", draft.name()));
                    changed.run();
                });
    }

    /** Asks for the clouds that are there now and opens. */
    static void start(Runnable changed) {
        Toast.tried(
                () -> {
                    List<AccountView> accounts =
                            Facades.call(
                                    AccountFacade.class,
                                    door -> door.list(SignedIn.me(), LaneKind.VIM));
                    new InterconnectForm(accounts, changed).open();
                });
    }

    private void side() {
        ComboBox<AccountView> account = new ComboBox<>(t("interconnects.cloud", all.size() + 1));
        account.setItems(accounts);
        account.setItemLabelGenerator(view -> view.account().name());
        TextField wire = new TextField(t("interconnects.wire"));
        TextField range = new TextField(t("interconnects.range"));
        range.setHelperText(t("interconnects.range.help"));
        all.add(new SideFields(account, wire, range));
        Div row = new Div(account, wire, range);
        row.addClassName("tm-fields");
        sides.add(row);
        ranges();
    }

    private void ranges() {
        boolean routed = kind.getValue() == Interconnect.Kind.ROUTED;
        all.forEach(side -> side.range().setVisible(routed));
    }

    private InterconnectDraft draft() {
        return new InterconnectDraft(
                name.getValue().strip(),
                kind.getValue() == null ? "" : kind.getValue().word(),
                number(first),
                number(last),
                number(mtu),
                all.stream().map(SideFields::draft).toList());
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }
}
