/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A page or part of one that has nothing to show but a sentence and a way on. */
public class Notice extends Div {
    /** Says {@code title} and {@code text}, then offers the ways on. */
    public Notice(String title, String text, Component... ways) {
        addClassName("tm-notice");
        add(new H1(title), new Paragraph(text));
        if (ways.length > 0) {
            Div row = new Div(ways);
            row.addClassName("tm-actions");
            add(row);
        }
    }
}
