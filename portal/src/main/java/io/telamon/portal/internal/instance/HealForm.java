/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.model.instance.VnfInstance;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.plan.ChangeDialog;

/** What shall be repaired: everything, one member, or one thing even if it looks well. */
final class HealForm {
    private final ComboBox<VnfInstance> member = new ComboBox<>(t("heal.member"));
    private final ComboBox<ResourceView> resource = new ComboBox<>(t("heal.resource"));
    private final TextField cause = new TextField(t("heal.cause"));
    private final ChangeDialog dialog;

    HealForm(NsView view) {
        member.setItems(view.instance().topology().vnfs());
        member.setItemLabelGenerator(vnf -> t("heal.member.item", vnf.memberIndex(), vnf.vnfdId()));
        member.setPlaceholder(t("heal.member.all"));
        member.setClearButtonVisible(true);
        member.setWidthFull();
        resource.setItems(
                Facades.call(
                                NsFacade.class,
                                ns -> ns.resources(SignedIn.me(), view.instance().id()))
                        .stream()
                        .filter(item -> item.resource().spec().kind().equals("server"))
                        .toList());
        resource.setItemLabelGenerator(item -> item.resource().key());
        resource.setPlaceholder(t("heal.resource.broken"));
        resource.setClearButtonVisible(true);
        resource.setWidthFull();
        cause.setWidthFull();
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t("heal.title", view.instance().name()),
                        t("action.heal"),
                        this::wish);
        member.addValueChangeListener(event -> dialog.preview());
        resource.addValueChangeListener(event -> dialog.preview());
        dialog.effect(t("heal.effect"));
        dialog.fields(member, resource, cause);
    }

    private NsChange wish() {
        return new NsChange.Heal(
                member.getValue() == null ? "" : member.getValue().memberIndex(),
                resource.getValue() == null ? "" : resource.getValue().resource().key(),
                cause.getValue());
    }

    void ask() {
        dialog.ask();
    }
}
