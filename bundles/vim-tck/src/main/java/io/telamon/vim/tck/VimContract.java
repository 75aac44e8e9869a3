/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.vim.spi.VimSession;

/** What each part of the contract works on. */
public interface VimContract {
    /** The cloud of this test. */
    VimUnderTest vim();

    /** An open session on it. */
    VimSession session();

    /** Makes what is needed for trials on {@link #session}. */
    default Stage stage() {
        return new Stage(vim(), session());
    }
}
