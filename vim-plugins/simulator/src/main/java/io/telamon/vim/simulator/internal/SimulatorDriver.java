/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.account.SettingField;
import io.telamon.simkit.EmbeddedClouds;
import io.telamon.simkit.World;
import io.telamon.simkit.WorldClient;
import io.telamon.simkit.Worlds;
import io.telamon.vim.simulator.internal.world.VimWorld;
import io.telamon.vim.simulator.internal.world.WorldSettings;
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
        this(type, new EmbeddedClouds(EmbeddedClouds.folder(type), SimulatorDriver::world));
    }

    SimulatorDriver(String type, EmbeddedClouds clouds) {
        this.type = type;
        this.clouds = clouds;
    }

    /** A new embedded world; accounts set it up when they are first used. */
    static World world(String name, World.Scribe scribe) {
        return new VimWorld(name, scribe, Clock.systemUTC(), WorldSettings.defaults());
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
        Worlds.Target target =
                new Worlds.Target(
                        connection.endpoint(),
                        settings.text("world", connection.account().value()),
                        connection.secret(),
                        connection.callTimeout());
        WorldClient client = new Worlds(clouds).reach(target, settings.patch());
        return new SimulatorSession(connection, settings, client);
    }

    /** Ends the embedded worlds; sessions that are still open can change nothing there any more. */
    @Deactivate
    @Override
    public void close() {
        clouds.close();
    }
}
