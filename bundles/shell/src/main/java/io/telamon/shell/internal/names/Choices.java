/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import java.util.Arrays;
import java.util.Locale;

/** Options that take one of a few words. */
public final class Choices {
    private Choices() {}

    /** The constant of this name, whatever its case; other words are a usage error. */
    public static <E extends Enum<E>> E of(String option, Class<E> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        Exit.USAGE,
                                        option
                                                + " is one of "
                                                + Arrays.toString(words.getEnumConstants())
                                                        .toLowerCase(Locale.ROOT)
                                                + ", not "
                                                + text));
    }
}
