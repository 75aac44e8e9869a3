/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;

/** Short messages. An error stays until it is closed; a success goes by itself. */
public final class Toast {
    private static final int MILLIS = 4_000;

    private Toast() {}

    /** Says that something worked. */
    public static void done(String text) {
        Notification note = Notification.show(text, MILLIS, Notification.Position.BOTTOM_START);
        note.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    /** Says what went wrong, with its code. */
    public static void error(Problem problem, Notification.Position position) {
        Notification note = new Notification();
        note.setDuration(0);
        note.setPosition(position);
        note.addThemeVariants(NotificationVariant.LUMO_ERROR);
        note.setAssertive(true);
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> note.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(t("action.close"));
        Div row = new Div(new Span(problem.detail()), new Code(problem.code().name()), close);
        row.addClassName("tm-toast");
        note.add(row);
        note.open();
    }

    /** Runs an action of a person; a refusal becomes a message and false. */
    public static boolean tried(Runnable action) {
        try {
            action.run();
            return true;
        } catch (TelamonException refused) {
            error(Problem.of(refused), Notification.Position.BOTTOM_START);
            return false;
        }
    }
}
