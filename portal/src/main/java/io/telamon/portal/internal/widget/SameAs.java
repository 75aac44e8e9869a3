/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The same as a shell command and as a REST call, to copy. */
public final class SameAs extends Details {
    /** Shows nothing yet. */
    public SameAs() {
        addClassName("tm-same");
        setSummaryText(t("same.title"));
    }

    /** Shows both ways. */
    public void show(String command, String rest) {
        removeAll();
        add(line(t("same.command"), command), line(t("same.rest"), rest));
    }

    private static Div line(String label, String text) {
        Span word = new Span(label);
        word.addClassName("tm-fact-label");
        Div line = new Div(word, new Code(text), new CopyButton(label, text));
        line.addClassName("tm-same-line");
        return line;
    }
}
