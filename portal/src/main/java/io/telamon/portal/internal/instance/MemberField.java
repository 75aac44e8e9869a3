/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import io.telamon.model.instance.VnfInstance;
import io.telamon.northbound.api.NsView;

/** Chooses one member of a service, or all. */
final class MemberField extends ComboBox<VnfInstance> {
    MemberField(NsView view) {
        super(t("member.field"));
        setItems(view.instance().topology().vnfs());
        setItemLabelGenerator(vnf -> t("member.item", vnf.memberIndex(), vnf.vnfdId()));
        setPlaceholder(t("member.all"));
        setClearButtonVisible(true);
        setWidthFull();
    }

    /** Index of the member; empty for all. */
    String index() {
        return getValue() == null ? "" : getValue().memberIndex();
    }
}
