/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.spi;

import java.util.Map;

/**
 * What a function is called with. Whoever gets arrays from here leaves them as they are.
 *
 * @param function the name it was called by
 * @param text text input, may be empty
 * @param data binary input, may be empty
 * @param states contents of the states that the function depends on, by name
 */
public record FunctionInput(String function, String text, byte[] data, Map<String, byte[]> states) {
    /** Copies the states. */
    public FunctionInput {
        states = Map.copyOf(states);
    }

    /** A call with text only. */
    public static FunctionInput of(String function, String text) {
        return new FunctionInput(function, text, new byte[0], Map.of());
    }
}
