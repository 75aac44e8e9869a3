/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.operation;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.Toast;
import java.util.function.Consumer;

/** The decisions that a failed operation waits for. */
final class OperationActions {
    private final Button retry = new Button(t("action.retry"), click -> retry());
    private final Button rollback = new Button(t("action.rollback"), click -> rollback());
    private final Button fail = new Button(t("action.fail"), click -> fail());
    private final Runnable changed;
    private OperationView shown;

    OperationActions(Runnable changed) {
        this.changed = changed;
        retry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        fail.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    Component[] buttons() {
        return new Component[] {retry, rollback, fail};
    }

    void show(OperationView view) {
        shown = view;
        boolean waits =
                view.operation().state() == OperationState.FAILED_TEMP
                        && SignedIn.may("op:operate");
        retry.setVisible(waits);
        rollback.setVisible(waits);
        fail.setVisible(waits);
    }

    private void retry() {
        if (Toast.tried(() -> tell(ops -> ops.retry(SignedIn.me(), shown.operation().id())))) {
            Toast.done(t("retry.done", shown.failed()));
        }
        changed.run();
    }

    private void rollback() {
        confirm("rollback", ops -> ops.rollback(SignedIn.me(), shown.operation().id())).open();
    }

    private void fail() {
        confirm("fail", ops -> ops.fail(SignedIn.me(), shown.operation().id())).dangerous().open();
    }

    private ConfirmAction confirm(String what, Consumer<OperationFacade> deed) {
        int done = shown.settled();
        return new ConfirmAction(t(what + ".title", shown.instanceName()), t("action." + what))
                .effect(t(what + ".effect", done, shown.total()))
                .then(
                        () -> {
                            tell(deed);
                            changed.run();
                        });
    }

    /** True when this person may skip this task now. */
    boolean maySkip(Task task) {
        return SignedIn.may("op:operate")
                && (task.state() == TaskState.FAILED || task.state() == TaskState.UNKNOWN);
    }

    void skip(Task task) {
        new ConfirmAction(t("skip.title", task.key()), t("action.skip"))
                .effect(t("skip.effect"))
                .then(
                        () -> {
                            tell(ops -> ops.skip(SignedIn.me(), task.operation(), task.id()));
                            changed.run();
                        })
                .open();
    }

    private static void tell(Consumer<OperationFacade> deed) {
        Facades.run(OperationFacade.class, deed);
    }
}
