/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import io.telamon.model.account.SettingField;
import java.util.List;

/**
 * A VIM plug-in: the one service a plug-in bundle registers. Stateless; sessions hold what belongs
 * to one account. The service property {@code vim.type} equals {@link #type}.
 */
public interface VimDriver {
    /** Service property that names the type. */
    String TYPE_PROPERTY = "vim.type";

    /** Type of cloud as in accounts, for instance {@code simulator}. */
    String type();

    /** Fields an account of this type has beyond endpoint and secret, for forms and checks. */
    List<SettingField> settings();

    /**
     * Opens a session for one account. Does no I/O: a wrong endpoint shows at the first call.
     *
     * @param connection endpoint, settings and the unsealed secret
     */
    VimSession open(VimConnection connection);
}
