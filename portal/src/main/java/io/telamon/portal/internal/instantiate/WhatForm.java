/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.telamon.model.NsInstanceId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.Pages;
import io.telamon.portal.internal.facade.SignedIn;
import java.util.List;

/** Which service, under which name. */
final class WhatForm extends Div {
    private final Draft draft;
    private final ComboBox<PackageView> service = new ComboBox<>(t("instantiate.service"));
    private final TextField name = new TextField(t("instantiate.name"));
    private final TextField description = new TextField(t("column.description"));
    private Runnable chosen = () -> {};

    WhatForm(Draft draft) {
        this.draft = draft;
        addClassName("tm-fields");
        service.setItemLabelGenerator(WhatForm::label);
        service.setRequiredIndicatorVisible(true);
        service.setHelperText(t("instantiate.service.help"));
        service.addValueChangeListener(event -> choose(event.getValue()));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(64);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> draft.name(event.getValue().strip()));
        description.setValueChangeMode(ValueChangeMode.LAZY);
        description.addValueChangeListener(event -> draft.description(event.getValue()));
        add(service, name, description);
    }

    private static String label(PackageView view) {
        return t("instantiate.service.item", view.name().title(), view.name().version());
    }

    void onService(Runnable listener) {
        chosen = listener;
    }

    private void choose(PackageView view) {
        draft.service(view == null ? "" : view.id().value());
        chosen.run();
    }

    void load() {
        List<PackageView> services =
                Pages.all(
                                page ->
                                        Facades.call(
                                                CatalogFacade.class,
                                                catalog ->
                                                        catalog.list(
                                                                SignedIn.me(),
                                                                PackageKind.NS,
                                                                page)))
                        .stream()
                        .filter(view -> view.state() == PackageState.ONBOARDED && view.enabled())
                        .toList();
        String wanted = draft.service();
        if (!draft.instance().isEmpty()) {
            NsView record =
                    Facades.call(
                            NsFacade.class,
                            ns -> ns.get(SignedIn.me(), new NsInstanceId(draft.instance())));
            wanted = record.instance().nsd().value();
            draft.name(record.instance().name());
            name.setReadOnly(true);
            service.setReadOnly(true);
            description.setVisible(false);
        }
        name.setValue(draft.name());
        description.setValue(draft.description());
        service.setItems(services);
        String id = wanted;
        services.stream()
                .filter(view -> view.id().value().equals(id))
                .findFirst()
                .ifPresent(service::setValue);
    }
}
