/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;

/** A state as icon, word and colour. */
@Tag("tm-state")
@JsModule("./components/tm-state.ts")
public final class StateTag extends Component {
    /** Shows no state yet. */
    public StateTag() {}

    /** Shows a state. */
    public StateTag(Enum<?> state) {
        show(state);
    }

    /** Shows another state. */
    public StateTag show(Enum<?> state) {
        return show(Tone.of(state), Tone.word(state));
    }

    /** Shows a tone with its own word. */
    public StateTag show(Tone tone, String word) {
        getElement().setProperty("tone", tone.key());
        getElement().setProperty("label", word);
        return this;
    }

    /** Shows the state of each row of a table. */
    public static <T> Renderer<T> column(ValueProvider<T, Enum<?>> state) {
        return LitRenderer.<T>of("<tm-state .tone=${item.tone} .label=${item.word}></tm-state>")
                .withProperty("tone", row -> Tone.of(state.apply(row)).key())
                .withProperty("word", row -> Tone.word(state.apply(row)));
    }
}
