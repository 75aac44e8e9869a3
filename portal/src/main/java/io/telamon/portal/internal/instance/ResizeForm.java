/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import io.telamon.model.instance.VnfInstance;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.plan.ChangeDialog;
import java.util.List;
import java.util.stream.Stream;

/** Which machines get another shape, and which. */
final class ResizeForm {
    /** The machines of one VDU. */
    private record Machines(VnfInstance vnf, String vdu) {}

    private final ComboBox<Machines> what = new ComboBox<>(t("resize.what"));
    private final IntegerField vcpus = size("resize.vcpus");
    private final IntegerField memory = size("resize.memory");
    private final IntegerField disk = size("resize.disk");
    private final ChangeDialog dialog;

    ResizeForm(NsView view) {
        List<Machines> all =
                view.instance().topology().vnfs().stream().flatMap(ResizeForm::machines).toList();
        what.setItems(all);
        what.setItemLabelGenerator(
                one -> t("resize.item", one.vnf().memberIndex(), one.vnf().vnfdId(), one.vdu()));
        what.setWidthFull();
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t("resize.title", view.instance().name()),
                        t("action.resize"),
                        this::wish);
        dialog.effect(t("resize.effect"));
        dialog.missing(t("resize.missing"));
        dialog.fields(what, vcpus, memory, disk);
        all.stream().findFirst().ifPresent(what::setValue);
        what.addValueChangeListener(event -> dialog.preview());
        for (IntegerField field : List.of(vcpus, memory, disk)) {
            field.addValueChangeListener(event -> dialog.preview());
        }
    }

    private static Stream<Machines> machines(VnfInstance vnf) {
        return vnf.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> new Machines(vnf, count.getKey()));
    }

    private static IntegerField size(String label) {
        IntegerField field = new IntegerField(t(label));
        field.setMin(1);
        field.setPlaceholder(t("resize.same"));
        field.setClearButtonVisible(true);
        return field;
    }

    private NsChange wish() {
        if (what.getValue() == null
                || Stream.of(vcpus, memory, disk).allMatch(IntegerField::isEmpty)) {
            return null;
        }
        return new NsChange.Resize(
                what.getValue().vnf().memberIndex(),
                what.getValue().vdu(),
                number(vcpus),
                number(memory),
                number(disk));
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    void ask() {
        dialog.ask();
    }
}
