/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.plan.ChangeDialog;

/** Which machines are started or stopped. */
final class PowerForm {
    private final MemberField member;
    private final MachineField machine;
    private final ChangeDialog dialog;

    PowerForm(NsView view, boolean start) {
        member = new MemberField(view);
        machine = new MachineField(view, t("machine.field"), t("machine.all"));
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t(start ? "start.title" : "stop.title", view.instance().name()),
                        t(start ? "action.start" : "action.stop"),
                        () -> new NsChange.Operate(member.index(), machine.key(), start));
        member.addValueChangeListener(event -> dialog.preview());
        machine.addValueChangeListener(event -> dialog.preview());
        dialog.effect(t(start ? "start.effect" : "stop.effect"));
        dialog.fields(member, machine);
    }

    void ask() {
        dialog.ask();
    }
}
