/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.plan.ChangeDialog;
import java.util.List;

/** Where members of a service move to. */
final class MigrateForm {
    private final MemberField member;
    private final ComboBox<AccountView> cloud = new ComboBox<>(t("migrate.cloud"));
    private final ChangeDialog dialog;

    MigrateForm(NsView view) {
        member = new MemberField(view);
        List<AccountView> clouds =
                Facades.call(
                        AccountFacade.class,
                        accounts -> accounts.list(SignedIn.me(), LaneKind.VIM));
        cloud.setItems(clouds);
        cloud.setItemLabelGenerator(item -> item.account().name());
        cloud.setWidthFull();
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t("migrate.title", view.instance().name()),
                        t("action.migrate"),
                        this::wish);
        dialog.effect(t("migrate.effect"));
        dialog.missing(t("migrate.missing"));
        dialog.fields(member, cloud);
        member.addValueChangeListener(event -> dialog.preview());
        cloud.addValueChangeListener(event -> dialog.preview());
    }

    private NsChange wish() {
        return cloud.getValue() == null
                ? null
                : new NsChange.Migrate(member.index(), cloud.getValue().account().lane().id());
    }

    void ask() {
        dialog.ask();
    }
}
