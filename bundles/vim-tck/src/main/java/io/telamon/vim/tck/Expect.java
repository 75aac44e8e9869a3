/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;

/** Says what an error must be. */
final class Expect {
    private Expect() {}

    /** The error is ours and has this code and a message. */
    static void code(Throwable error, ErrorCode code) {
        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code()).as(error.getMessage()).isEqualTo(code);
        assertThat(error.getMessage()).isNotBlank();
    }

    /** The error is one of these. */
    static void oneOf(Throwable error, ErrorCode... codes) {
        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code()).as(error.getMessage()).isIn((Object[]) codes);
    }
}
