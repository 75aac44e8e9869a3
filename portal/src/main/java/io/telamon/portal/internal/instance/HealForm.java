/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsChange.HealWay;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.plan.ChangeDialog;

/** What shall be repaired: what is broken, and on demand what looks well. */
final class HealForm {
    private final Select<HealWay> way = new Select<>();
    private final MemberField member;
    private final MachineField machine;
    private final TextField cause = new TextField(t("heal.cause"));
    private final ChangeDialog dialog;

    HealForm(NsView view) {
        way.setLabel(t("heal.way"));
        way.setItems(HealWay.values());
        way.setItemLabelGenerator(choice -> t("heal.way." + choice));
        way.setValue(HealWay.BROKEN);
        way.setWidthFull();
        member = new MemberField(view);
        machine = new MachineField(view, t("machine.field"), t("machine.all"));
        cause.setWidthFull();
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t("heal.title", view.instance().name()),
                        t("action.heal"),
                        this::wish);
        way.addValueChangeListener(event -> changed());
        member.addValueChangeListener(event -> dialog.preview());
        machine.addValueChangeListener(event -> dialog.preview());
        dialog.effect(t("heal.effect"));
        dialog.fields(way, member, machine, cause);
        member.setVisible(false);
        machine.setVisible(false);
    }

    /** What is broken is repaired everywhere; only what looks well is chosen. */
    private void changed() {
        boolean chosen = way.getValue() != HealWay.BROKEN;
        member.setVisible(chosen);
        machine.setVisible(chosen);
        dialog.preview();
    }

    private NsChange wish() {
        return way.getValue() == HealWay.BROKEN
                ? new NsChange.Heal("", "", cause.getValue())
                : new NsChange.Heal(
                        member.index(), machine.key(), cause.getValue(), way.getValue());
    }

    void ask() {
        dialog.ask();
    }
}
