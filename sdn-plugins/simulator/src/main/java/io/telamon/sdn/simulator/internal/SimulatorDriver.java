/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import io.telamon.model.account.SettingField;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.spi.SdnSession;
import io.telamon.simkit.EmbeddedClouds;
import io.telamon.simkit.Json;
import io.telamon.simkit.World;
import io.telamon.simkit.Worlds;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The reference SDN plug-in: a controller that is only simulated, elsewhere or inside this JVM. */
@Component(
        service = SdnDriver.class,
        property = SdnDriver.TYPE_PROPERTY + "=" + SimulatorDriver.TYPE)
public final class SimulatorDriver implements SdnDriver, AutoCloseable {
    /** Type of the accounts. */
    static final String TYPE = "simulator";

    private static final String WORLD = "world";

    private final EmbeddedClouds clouds;

    /** The plug-in as the container starts it. */
    @Activate
    public SimulatorDriver() {
        this(new EmbeddedClouds(EmbeddedClouds.folder("sdn-simulator"), SimulatorDriver::world));
    }

    SimulatorDriver(EmbeddedClouds clouds) {
        this.clouds = clouds;
    }

    static World world(String name, World.Scribe scribe) {
        return new ChainWorld(name, scribe, Clock.systemUTC(), ControllerSettings.defaults());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<SettingField> settings() {
        return List.of(
                new SettingField(
                        WORLD,
                        "World",
                        "Name on the server when the endpoint has no path.",
                        "",
                        false));
    }

    @Override
    public SdnSession open(SdnConnection connection) {
        Worlds.Target target =
                new Worlds.Target(
                        connection.endpoint(),
                        connection.settings().getOrDefault(WORLD, connection.account().value()),
                        connection.secret(),
                        connection.callTimeout());
        return new SimulatorSession(connection, new Worlds(clouds).reach(target, Json.object()));
    }

    /** Ends the embedded worlds; sessions that are still open can change nothing there any more. */
    @Deactivate
    @Override
    public void close() {
        clouds.close();
    }
}
