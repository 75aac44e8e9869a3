/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import io.telamon.model.descriptor.FindingPlace;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Carries a refusal out of the tree builder; never leaves this package. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;
    private final int line;
    private final int column;

    Refused(String code, Optional<Mark> mark, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
        this.line = mark.map(m -> m.getLine() + 1).orElse(0);
        this.column = mark.map(m -> m.getColumn() + 1).orElse(0);
    }

    String code() {
        return code;
    }

    String hint() {
        return hint;
    }

    FindingPlace place(String file) {
        return new FindingPlace(file, line, column, "");
    }
}
