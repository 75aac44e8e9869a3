/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ConfirmAction;
import java.util.function.Supplier;

/** Asks before a change of a service, shows the dry run of it, and leads to its operation. */
public final class ChangeDialog extends ConfirmAction {
    private final PlanSummary summary = new PlanSummary();
    private final NsInstanceId instance;
    private final Supplier<NsChange> wish;
    private final Paragraph missing = new Paragraph();

    /**
     * Asks {@code title} about an instance; {@code wish} is read from the fields each time and is
     * null while something is missing in them, see {@link #missing}.
     */
    public ChangeDialog(NsInstanceId instance, String title, String deed, Supplier<NsChange> wish) {
        super(title, deed);
        this.instance = instance;
        this.wish = wish;
        then(this::accept);
    }

    /** Adds the fields; call {@link #preview} when one changes. */
    public ChangeDialog fields(com.vaadin.flow.component.Component... fields) {
        body().add(fields);
        return this;
    }

    /** What to say while the wish is not complete. */
    public void missing(String text) {
        missing.setText(text);
        missing.addClassName("tm-hint");
    }

    /** Opens with the dry run of the present wish. */
    public void ask() {
        add(missing, summary);
        preview();
        open();
    }

    /** Tries the present wish. */
    public void preview() {
        clearRefusal();
        NsChange change = wish.get();
        missing.setVisible(change == null);
        if (change == null) {
            summary.setVisible(false);
            confirm().setEnabled(false);
            return;
        }
        try {
            PlanPreview plan =
                    Facades.call(NsFacade.class, ns -> ns.preview(SignedIn.me(), instance, change));
            summary.setVisible(true);
            summary.show(plan);
            confirm().setEnabled(plan.refusals().isEmpty());
        } catch (TelamonException refused) {
            summary.setVisible(false);
            confirm().setEnabled(false);
            refuse(Problem.of(refused));
        }
    }

    private void accept() {
        OperationView accepted =
                Facades.call(NsFacade.class, ns -> ns.change(SignedIn.me(), instance, wish.get()));
        UI.getCurrent().navigate("operations/" + accepted.operation().id());
    }
}
