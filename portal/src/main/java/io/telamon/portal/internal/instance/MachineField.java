/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import com.vaadin.flow.component.combobox.ComboBox;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;

/** Chooses one machine of a service, or none in particular. */
final class MachineField extends ComboBox<ResourceView> {
    MachineField(NsView view, String label, String nothing) {
        super(label);
        setItems(
                Facades.call(
                                NsFacade.class,
                                ns -> ns.resources(SignedIn.me(), view.instance().id()))
                        .stream()
                        .filter(item -> item.resource().spec().kind().equals("server"))
                        .toList());
        setItemLabelGenerator(item -> item.resource().key());
        setPlaceholder(nothing);
        setClearButtonVisible(true);
        setWidthFull();
    }

    /** Key of the machine; empty when none is chosen. */
    String key() {
        return getValue() == null ? "" : getValue().resource().key();
    }
}
