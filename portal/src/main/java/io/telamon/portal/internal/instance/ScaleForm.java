/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.instance.VnfInstance;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.plan.ChangeDialog;
import java.util.ArrayList;
import java.util.List;

/** Which part grows or shrinks, and by how much. */
final class ScaleForm {
    /** One way to grow of one member; {@code most} is -1 where the descriptor is not at hand. */
    private record Choice(String member, String vnfd, String aspect, int level, int most) {}

    private final ComboBox<Choice> what = new ComboBox<>(t("scale.what"));
    private final IntegerField steps = new IntegerField(t("scale.steps"));
    private final ChangeDialog dialog;

    ScaleForm(NsView view) {
        List<Choice> choices = new ArrayList<>();
        view.instance().topology().vnfs().forEach(vnf -> choices.addAll(choices(vnf)));
        what.setItems(choices);
        what.setItemLabelGenerator(ScaleForm::label);
        what.setWidthFull();
        steps.setStepButtonsVisible(true);
        steps.setValue(1);
        steps.setHelperText(t("scale.steps.help"));
        dialog =
                new ChangeDialog(
                        view.instance().id(),
                        t("scale.title", view.instance().name()),
                        t("action.scale"),
                        this::wish);
        dialog.missing(t(choices.isEmpty() ? "scale.none" : "scale.missing"));
        if (choices.isEmpty()) {
            return;
        }
        what.setValue(choices.get(0));
        range();
        what.addValueChangeListener(
                event -> {
                    range();
                    dialog.preview();
                });
        steps.addValueChangeListener(event -> dialog.preview());
        dialog.fields(what, steps);
    }

    private static List<Choice> choices(VnfInstance vnf) {
        try {
            return Facades.call(
                            CatalogFacade.class,
                            catalog -> catalog.vnfd(SignedIn.me(), vnf.vnfPackage()))
                    .scalingAspects()
                    .stream()
                    .map(
                            aspect ->
                                    new Choice(
                                            vnf.memberIndex(),
                                            vnf.vnfdId(),
                                            aspect.id(),
                                            vnf.levels().getOrDefault(aspect.id(), 0),
                                            aspect.maxLevel()))
                    .toList();
        } catch (TelamonException unknown) {
            if (unknown.code() == ErrorCode.UNAVAILABLE) {
                throw unknown;
            }
            return vnf.levels().entrySet().stream()
                    .map(
                            level ->
                                    new Choice(
                                            vnf.memberIndex(),
                                            vnf.vnfdId(),
                                            level.getKey(),
                                            level.getValue(),
                                            -1))
                    .toList();
        }
    }

    private static String label(Choice choice) {
        return choice.most() < 0
                ? t("scale.choice", choice.member(), choice.vnfd(), choice.aspect(), choice.level())
                : t(
                        "scale.choice.most",
                        choice.member(),
                        choice.vnfd(),
                        choice.aspect(),
                        choice.level(),
                        choice.most());
    }

    private void range() {
        Choice choice = what.getValue();
        if (choice != null && choice.most() >= 0) {
            steps.setMin(-choice.level());
            steps.setMax(choice.most() - choice.level());
        }
    }

    private NsChange wish() {
        Choice choice = what.getValue();
        Integer wanted = steps.getValue();
        if (choice == null || wanted == null || wanted == 0) {
            return null;
        }
        return new NsChange.Scale(choice.member(), choice.aspect(), wanted);
    }

    void ask() {
        dialog.ask();
    }
}
