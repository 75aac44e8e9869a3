/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.alt.internal;

import io.telamon.model.account.SettingField;
import io.telamon.vim.simulator.internal.SimulatorDriver;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The simulator under a second type, so that a test can take one plug-in away and watch the other
 * go on. Everything but the name is the embedded simulator's.
 */
@Component(
        service = VimDriver.class,
        property = VimDriver.TYPE_PROPERTY + "=" + AltSimulatorDriver.TYPE)
public final class AltSimulatorDriver implements VimDriver, AutoCloseable {
    /** Type of the accounts. */
    static final String TYPE = "simulator-alt";

    private final SimulatorDriver simulator = new SimulatorDriver(TYPE);

    /** The plug-in as the container starts it. */
    @Activate
    public AltSimulatorDriver() {
        // the field does it
    }

    @Override
    public String type() {
        return simulator.type();
    }

    @Override
    public List<SettingField> settings() {
        return simulator.settings();
    }

    @Override
    public VimSession open(VimConnection connection) {
        return simulator.open(connection);
    }

    @Deactivate
    @Override
    public void close() {
        simulator.close();
    }
}
