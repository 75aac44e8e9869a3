/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;

/** The error state of a panel: what happened, its code, and a way to try again. */
public final class ErrorPanel extends Div {
    /** Shows a problem; {@code retry} may be null where trying again makes no sense. */
    public ErrorPanel(Problem problem, Runnable retry) {
        addClassNames("tm-notice", "tm-error");
        getElement().setAttribute("role", "alert");
        boolean absent = problem.code() == ErrorCode.NOT_FOUND;
        add(
                new H2(t(absent ? "error.notfound" : "error.title")),
                new Paragraph(problem.detail()),
                new Code(problem.code().name()));
        if (retry != null) {
            add(new Div(new Button(t("action.again"), click -> retry.run())));
        }
    }
}
