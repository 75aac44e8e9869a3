/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.model.account.SettingField;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.spi.SdnSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** OpenDaylight controllers with RESTCONF after RFC 8040 and the OpenFlow plug-in. */
@Component(
        service = SdnDriver.class,
        property = SdnDriver.TYPE_PROPERTY + "=" + OpenDaylightDriver.TYPE)
public final class OpenDaylightDriver implements SdnDriver {
    /** Type of the accounts. */
    static final String TYPE = "opendaylight";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<SettingField> settings() {
        return AccountSettings.FIELDS;
    }

    @Override
    public SdnSession open(SdnConnection connection) {
        return new OpenDaylightSession(connection, AccountSettings.of(connection.settings()));
    }
}
