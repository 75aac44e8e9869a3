/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.model.account.SettingField;
import io.telamon.openstack.AccountSettings;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** OpenStack clouds from the Rocky release of 2018 on. */
@Component(
        service = VimDriver.class,
        property = VimDriver.TYPE_PROPERTY + "=" + OpenStackDriver.TYPE)
public final class OpenStackDriver implements VimDriver {
    /** Type of the accounts. */
    static final String TYPE = "openstack";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<SettingField> settings() {
        return AccountSettings.FIELDS;
    }

    @Override
    public VimSession open(VimConnection connection) {
        return new OpenStackSession(connection, AccountSettings.of(connection.settings()));
    }
}
