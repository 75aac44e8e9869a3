/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.vim.spi.VimSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of every VIM plug-in (style guide, section 6). A plug-in extends it in a test of
 * some 50 lines; a plug-in without a green contract test is not shipped. An ability that is not
 * declared is tested for its refusal.
 */
public abstract class VimDriverContract
        implements LifecycleContract,
                IdentityContract,
                AbilityContract,
                SecurityContract,
                OutsideContract,
                VolumeContract,
                StackContract,
                FaultContract,
                NetworkFaultContract,
                HygieneContract,
                CheckContract {
    private VimUnderTest vim;
    private VimSession session;

    /** A cloud for one test. */
    protected abstract VimUnderTest start() throws Exception;

    @BeforeEach
    final void openSession() throws Exception {
        vim = start();
        session = vim.driver().open(vim.connection());
    }

    @AfterEach
    final void closeSession() {
        session.close();
        vim.close();
    }

    @Override
    public final VimUnderTest vim() {
        return vim;
    }

    @Override
    public final VimSession session() {
        return session;
    }
}
