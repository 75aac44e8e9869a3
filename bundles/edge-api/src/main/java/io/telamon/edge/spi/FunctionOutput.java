/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.spi;

import java.util.Map;

/**
 * What a function answers. Whoever gives arrays away here leaves them as they are.
 *
 * @param text text output; input of the next function of a chain
 * @param data binary output, likewise
 * @param states new contents of states that came with the call; others keep what they had
 */
public record FunctionOutput(String text, byte[] data, Map<String, byte[]> states) {
    /** Copies the states. */
    public FunctionOutput {
        states = Map.copyOf(states);
    }

    /** An answer with text only. */
    public static FunctionOutput of(String text) {
        return new FunctionOutput(text, new byte[0], Map.of());
    }
}
