/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts as they travel: UTF-8, whole, not endless. */
public final class Texts {
    private static final int SHORT = 2000;

    private Texts() {}

    /** Bytes of a text in UTF-8; surrogates without partner count as their replacement. */
    public static long length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                length += Character.isSurrogate(c) ? 1 : 2;
            } else if (c >= 0x80) {
                length++;
            }
        }
        return length;
    }

    /** Whether a text can be written in UTF-8: no surrogate without its partner. */
    public static boolean whole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Refuses a text that cannot travel. */
    public static String checked(String text) throws FunctionException {
        if (text == null || !whole(text)) {
            throw new FunctionException(Reason.FAILED, "The function's output is no text");
        }
        return text;
    }

    /** The text that the bytes are, if they are UTF-8. */
    public static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A text that fits a message of an error and can be written. */
    public static String brief(String text) {
        String kept = text.length() > SHORT ? text.substring(0, SHORT) + "..." : text;
        // the way to bytes and back replaces what cannot be written
        return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
