/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.QueryParameters;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.OperationState;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.plan.ChangeDialog;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.Toast;

/** What can be done to a service, by its state and the person's rights. */
final class InstanceActions {
    private final Button instantiate = new Button(t("action.instantiate"), click -> instantiate());
    private final Button scale = new Button(t("action.scale"), click -> scale());
    private final Button heal = new Button(t("action.heal"), click -> heal());
    private final MenuBar more = new MenuBar();
    private final Button terminate = new Button(t("action.terminate"), click -> terminate());
    private final Button delete = new Button(t("action.delete.record"), click -> delete());
    private NsView shown;

    InstanceActions() {
        instantiate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        terminate.addThemeVariants(ButtonVariant.LUMO_ERROR);
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
        SubMenu menu = more.addItem(t("action.more")).getSubMenu();
        menu.addItem(t("menu.start"), click -> Toast.tried(() -> new PowerForm(shown, true).ask()));
        menu.addItem(t("menu.stop"), click -> Toast.tried(() -> new PowerForm(shown, false).ask()));
        menu.addItem(t("menu.resize"), click -> Toast.tried(() -> new ResizeForm(shown).ask()));
        menu.addItem(t("menu.adjust"), click -> Toast.tried(() -> new AdjustForm(shown).ask()));
        menu.addItem(t("menu.migrate"), click -> Toast.tried(() -> new MigrateForm(shown).ask()));
    }

    Component[] buttons() {
        return new Component[] {instantiate, scale, heal, more, terminate, delete};
    }

    void show(NsView view) {
        shown = view;
        boolean may = SignedIn.may("ns:operate");
        NsState state = view.instance().state();
        boolean fresh = state == NsState.NOT_INSTANTIATED;
        boolean idle =
                view.currentOperation() == null
                        || view.currentOperation().operation().state() == OperationState.FAILED;
        instantiate.setVisible(may && fresh);
        delete.setVisible(may && fresh);
        scale.setVisible(may && !fresh);
        heal.setVisible(may && !fresh);
        more.setVisible(may && !fresh);
        terminate.setVisible(may && !fresh);
        scale.setEnabled(idle && state == NsState.INSTANTIATED);
        heal.setEnabled(idle);
        more.setEnabled(idle && state == NsState.INSTANTIATED);
        terminate.setEnabled(idle);
    }

    private void instantiate() {
        UI.getCurrent()
                .navigate(
                        "instances/new",
                        QueryParameters.of("instance", shown.instance().id().value()));
    }

    private void scale() {
        Toast.tried(() -> new ScaleForm(shown).ask());
    }

    private void heal() {
        Toast.tried(() -> new HealForm(shown).ask());
    }

    private void terminate() {
        String name = shown.instance().name();
        ChangeDialog dialog =
                new ChangeDialog(
                        shown.instance().id(),
                        t("terminate.title", name),
                        t("terminate.deed", name),
                        NsChange.Terminate::new);
        dialog.dangerous();
        dialog.effect(t("terminate.effect", shown.instance().topology().vnfs().size()));
        dialog.ask();
    }

    private void delete() {
        String name = shown.instance().name();
        new ConfirmAction(t("record.delete.title", name), t("action.delete"))
                .effect(t("record.delete.effect"))
                .dangerous()
                .then(
                        () -> {
                            Facades.run(
                                    NsFacade.class,
                                    ns -> ns.delete(SignedIn.me(), shown.instance().id()));
                            UI.getCurrent().navigate("instances");
                        })
                .open();
    }
}
