/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.SettingField;
import io.telamon.openstack.AccountSettings;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.spi.SdnSession;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Port chains of OpenStack's networking-sfc, on the cloud of a VIM account. */
@Component(service = SdnDriver.class, property = SdnDriver.TYPE_PROPERTY + "=" + SfcDriver.TYPE)
public final class SfcDriver implements SdnDriver {
    /** Type of the accounts. */
    static final String TYPE = "openstack-sfc";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<SettingField> settings() {
        return List.of();
    }

    @Override
    public Optional<String> vimType() {
        return Optional.of("openstack");
    }

    @Override
    public SdnSession open(SdnConnection connection) {
        if (!connection.vim().isPresent()) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    "The SDN account %s names no VIM account; give the setting vim-account",
                    connection.account());
        }
        return new SfcSession(connection, AccountSettings.of(connection.vim().settings()));
    }
}
