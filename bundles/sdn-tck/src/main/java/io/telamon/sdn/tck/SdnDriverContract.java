/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import io.telamon.sdn.spi.SdnSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of every SDN plug-in. A plug-in extends it in a test of some 50 lines; a plug-in
 * without a green contract test is not shipped.
 */
public abstract class SdnDriverContract
        implements SdnChainContract, SdnCheckContract, SdnFaultContract, SdnHygieneContract {
    private SdnUnderTest sdn;
    private SdnSession session;

    /** A controller for one test. */
    protected abstract SdnUnderTest start() throws Exception;

    @BeforeEach
    final void openSession() throws Exception {
        sdn = start();
        session = sdn.driver().open(sdn.connection());
    }

    @AfterEach
    final void closeSession() {
        session.close();
        sdn.close();
    }

    @Override
    public final SdnUnderTest sdn() {
        return sdn;
    }

    @Override
    public final SdnSession session() {
        return session;
    }
}
