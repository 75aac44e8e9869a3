/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.account.SettingField;
import java.util.List;

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

    /** Opens a session for one controller; does no I/O. */
    SdnSession open(SdnConnection connection);
}
