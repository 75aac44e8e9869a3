/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.regex.Pattern;

/** What a name of a tenant or user may look like. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");

    private Names() {}

    static void check(String kind, String name) {
        if (name == null || !FORM.matcher(name).matches()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The name of a %s has 1 to 63 letters, digits, '.', '_', '@' or '-' and starts"
                            + " with a letter or digit",
                    kind);
        }
    }

    static void free(String kind, String name, boolean taken) {
        if (taken) {
            throw new TelamonException(
                    ErrorCode.ALREADY_EXISTS, "%s %s exists already", kind, name);
        }
    }
}
