/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.descriptors.internal.read.Draft;
import java.util.HashSet;
import java.util.List;

/** Reports problems of a finished model at the places the draft remembers. */
final class Problems {
    private final Draft draft;

    Problems(Draft draft) {
        this.draft = draft;
    }

    void error(String key, String code, String message, String hint) {
        draft.findings().error(code, draft.place(key), message, hint);
    }

    void warning(String key, String code, String message, String hint) {
        draft.findings().warning(code, draft.place(key), message, hint);
    }

    /** Reports a reference to something that is not there. */
    void dangling(String key, String message) {
        error(key, "REFERENCE_DANGLING", message, "Add it or correct the reference");
    }

    /** Reports every id that comes up again. */
    void unique(String prefix, String what, List<String> ids) {
        var seen = new HashSet<String>();
        for (String id : ids) {
            if (!seen.add(id)) {
                error(
                        prefix + "|" + id,
                        "ID_DUPLICATE",
                        "Two %s are called %s".formatted(what, id),
                        "Give each its own id");
            }
        }
    }
}
