/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.IOException;

/** An archive that is not read any further; carries what the report says about it. */
final class ArchiveRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    ArchiveRefused(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    String code() {
        return code;
    }

    String hint() {
        return hint;
    }
}
