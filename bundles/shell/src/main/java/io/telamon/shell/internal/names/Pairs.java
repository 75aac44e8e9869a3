/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of the form {@code key=value}. */
public final class Pairs {
    private Pairs() {}

    /** The pairs in the order given; a value may contain '='. */
    public static Map<String, String> of(String option, List<String> texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw new CommandFailure(Exit.USAGE, option + " looks like key=value, not " + text);
            }
            pairs.put(text.substring(0, sign), text.substring(sign + 1));
        }
        return pairs;
    }
}
