/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The head of every detail page, always in this order: kind and name, state, actions; then facts
 * with the id to copy; then the same as a command and as a REST call.
 */
public final class Masthead extends Header {
    private final Span kind = new Span();
    private final H1 name = new H1();
    private final StateTag state = new StateTag();
    private final Div actions = new Div();
    private final Div facts = new Div();
    private final Map<String, Span> values = new LinkedHashMap<>();
    private final SameAs same = new SameAs();

    /** A head for this kind of object. */
    public Masthead(String kindOfObject) {
        addClassName("tm-masthead");
        kind.setText(kindOfObject);
        kind.addClassName("tm-kind");
        Div title = new Div(kind, new Div(name, state));
        title.addClassName("tm-title");
        actions.addClassName("tm-actions");
        facts.addClassName("tm-facts");
        Div top = new Div(title, actions);
        top.addClassName("tm-masthead-top");
        add(top, facts);
    }

    /** Shows name and state. */
    public void show(String title, Enum<?> now) {
        name.setText(title);
        state.show(now);
    }

    /** Adds buttons, most used first. */
    public void actions(Component... buttons) {
        actions.add(buttons);
    }

    /** Shows a fact under its label; the order is that of the first showing. */
    public void fact(String label, Component value) {
        Span place = values.computeIfAbsent(label, this::place);
        place.removeAll();
        place.add(value);
    }

    /** Shows a fact as text; empty hides it. */
    public void fact(String label, String text) {
        fact(label, new Span(text));
        values.get(label).getParent().ifPresent(parent -> parent.setVisible(!text.isEmpty()));
    }

    private Span place(String label) {
        Span value = new Span();
        Span word = new Span(label);
        word.addClassName("tm-fact-label");
        facts.add(new Div(word, value));
        return value;
    }

    /** Shows the id with a way to copy it. */
    public void id(String id) {
        fact(t("masthead.id"), new Span(new Code(id), new CopyButton(t("masthead.id"), id)));
    }

    /** Says how to do the same without the portal. */
    public void sameAs(String command, String rest) {
        same.show(command, rest);
        if (same.getParent().isEmpty()) {
            facts.add(same);
        }
    }
}
