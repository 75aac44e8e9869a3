/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.util.Optional;

/** A single value. Its text is kept as written: descriptors quote numbers and booleans at will. */
public final class ScalarNode extends DocNode {
    private final String text;
    private final boolean plain;

    ScalarNode(Origin origin, String text, boolean plain) {
        super(origin);
        this.text = text;
        this.plain = plain;
    }

    /** Returns the text, absent for null and for nothing written. */
    public Optional<String> text() {
        boolean nothing =
                plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        return nothing ? Optional.empty() : Optional.of(text);
    }

    boolean plain() {
        return plain;
    }

    String raw() {
        return text;
    }

    @Override
    public void readAll() {
        read();
    }
}
