/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;

/**
 * Asks before something that cannot be taken back. The title names the object, the text its effect,
 * the button the deed. A refusal is shown inside, so nothing is lost.
 */
public class ConfirmAction extends Dialog {
    private final Div body = new Div();
    private final Div refusal = new Div();
    private final Button confirm = new Button();

    /** Asks {@code title}; the button says {@code deed}. */
    public ConfirmAction(String title, String deed) {
        setHeaderTitle(title);
        addClassName("tm-dialog");
        setDraggable(true);
        refusal.getElement().setAttribute("role", "alert");
        add(body, refusal);
        confirm.setText(deed);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(t("action.cancel"), click -> close());
        getFooter().add(cancel, confirm);
    }

    /** What it will do. */
    public ConfirmAction effect(String text) {
        body.add(new Paragraph(text));
        return this;
    }

    /** Marks the deed as destructive. */
    public ConfirmAction dangerous() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** What happens on yes; the dialog closes when it worked. */
    public ConfirmAction then(Runnable deed) {
        confirm.addClickListener(
                click -> {
                    try {
                        deed.run();
                        close();
                    } catch (TelamonException refused) {
                        refuse(Problem.of(refused));
                    }
                });
        return this;
    }

    /** Shows why it cannot be done. */
    protected void refuse(Problem problem) {
        refusal.removeAll();
        refusal.add(new ErrorPanel(problem, null));
    }

    /** Takes the refusal away. */
    protected void clearRefusal() {
        refusal.removeAll();
    }

    /** Where subclasses put their fields. */
    protected Div body() {
        return body;
    }

    /** The button that does it. */
    public Button confirm() {
        return confirm;
    }
}
