/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.account.SettingField;
import java.util.List;
import java.util.Optional;

/**
 * An SDN plug-in: the one service a plug-in bundle registers. The service property {@code sdn.type}
 * equals {@link #type}.
 */
public interface SdnDriver {
    /** Service property that names the type. */
    String TYPE_PROPERTY = "sdn.type";

    /** Type of controller as in accounts, for instance {@code simulator}. */
    String type();

    /** Fields an account of this type has beyond endpoint and secret, for forms and checks. */
    List<SettingField> settings();

    /**
     * Type of the VIM accounts that accounts of this type ride on: each names one in its setting
     * {@code vim-account}, and its sessions get it as {@link SdnConnection#vim}. Empty for
     * controllers that stand alone.
     */
    default Optional<String> vimType() {
        return Optional.empty();
    }

    /** Opens a session for one controller; does no I/O. */
    SdnSession open(SdnConnection connection);
}
