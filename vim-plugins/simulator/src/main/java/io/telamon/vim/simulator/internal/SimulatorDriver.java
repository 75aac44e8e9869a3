/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.vim.spi.SettingField;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The reference plug-in: a cloud that is only simulated, in a process of its own or inside this
 * JVM. Holds the embedded worlds and nothing else.
 */
@Component(
        service = VimDriver.class,
        property = VimDriver.TYPE_PROPERTY + "=" + SimulatorDriver.TYPE)
public final class SimulatorDriver implements VimDriver, AutoCloseable {
    /** Type of the accounts. */
    static final String TYPE = "simulator";

    private final String type;
    private final EmbeddedClouds clouds;

    /** The plug-in as the container starts it. */
    @Activate
    public SimulatorDriver() {
        this(TYPE);
    }

    /**
     * The same plug-in under another name, so that tests have two kinds of clouds.
     *
     * @param type type of the accounts
     */
    public SimulatorDriver(String type) {
        this(type, new EmbeddedClouds(EmbeddedClouds.folder(type), Clock.systemUTC()));
    }

    SimulatorDriver(String type, EmbeddedClouds clouds) {
        this.type = type;
        this.clouds = clouds;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public List<SettingField> settings() {
        return AccountSettings.FIELDS;
    }

    @Override
    public VimSession open(VimConnection connection) {
        AccountSettings settings = AccountSettings.of(connection.settings());
        return new SimulatorSession(
                connection, settings, Worlds.reach(connection, settings, clouds));
    }

    /** Ends the embedded worlds; sessions that are still open can change nothing there any more. */
    @Deactivate
    @Override
    public void close() {
        clouds.close();
    }
}
