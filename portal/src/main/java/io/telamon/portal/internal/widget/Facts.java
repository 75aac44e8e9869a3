/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names and values, one under the other. */
public final class Facts extends DescriptionList {
    /** An empty list. */
    public Facts() {
        addClassName("tm-list");
    }

    /** Adds a text; empty texts are left out. */
    public Facts add(String label, String value) {
        return value == null || value.isEmpty() ? this : add(label, new Span(value));
    }

    /** Adds a component. */
    public Facts add(String label, Component value) {
        add(new Term(label), new Description(value));
        return this;
    }
}
