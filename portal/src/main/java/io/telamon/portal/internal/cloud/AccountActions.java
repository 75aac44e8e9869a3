/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.telamon.model.LaneId;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.RoFacade;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.Toast;

/** What can be done to an account, by its state and the person's rights. */
final class AccountActions {
    private final AccountKind kind;
    private final CheckPanel check;
    private final Runnable changed;
    private final Button test =
            new Button(t("clouds.test"), VaadinIcon.CONNECT_O.create(), click -> test());
    private final Button pause = new Button(t("cloud.pause"), click -> pause());
    private final Button resume = new Button(t("cloud.resume"), click -> resume());
    private final Button remove = new Button(t("cloud.remove"), click -> remove());
    private AccountView shown;

    AccountActions(AccountKind kind, CheckPanel check, Runnable changed) {
        this.kind = kind;
        this.check = check;
        this.changed = changed;
        test.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        check.whileRunning(running -> test.setEnabled(!running));
        check.whenDone(works -> changed.run()); // a test that works reads the inventory
    }

    Component[] buttons() {
        return new Component[] {test, pause, resume, remove};
    }

    void show(AccountView view) {
        shown = view;
        boolean paused = LaneState.of(view.state()) == LaneState.PAUSED;
        pause.setVisible(SignedIn.may("ro:operate") && !paused);
        resume.setVisible(SignedIn.may("ro:operate") && paused);
        remove.setVisible(kind.mayWrite());
    }

    private LaneId lane() {
        return shown.account().lane();
    }

    private void test() {
        LaneId lane = lane();
        check.run((door, me, seen) -> door.check(me, lane, seen));
    }

    private void pause() {
        new ConfirmAction(t("cloud.pause.title", shown.account().name()), t("cloud.pause"))
                .effect(t("cloud.pause.effect"))
                .then(
                        () -> {
                            Facades.run(RoFacade.class, ro -> ro.pause(SignedIn.me(), lane()));
                            changed.run();
                        })
                .open();
    }

    private void resume() {
        if (Toast.tried(
                () -> Facades.run(RoFacade.class, ro -> ro.resume(SignedIn.me(), lane())))) {
            changed.run();
        }
    }

    private void remove() {
        String name = shown.account().name();
        new ConfirmAction(kind.ofOne("remove.title", name), t("cloud.remove"))
                .effect(kind.ofOne("remove.effect"))
                .dangerous()
                .then(
                        () -> {
                            Facades.run(
                                    AccountFacade.class,
                                    door -> door.delete(SignedIn.me(), lane()));
                            UI.getCurrent().navigate(kind.route());
                            Toast.done(t("cloud.removed", name));
                        })
                .open();
    }
}
