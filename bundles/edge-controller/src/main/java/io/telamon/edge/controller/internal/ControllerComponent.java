/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.api.EdgeComputerView;
import io.telamon.edge.api.EdgeDirectory;
import io.telamon.edge.api.EdgeRouterView;
import io.telamon.edge.kit.EndPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The controller in the container; there is none without a configuration. Another layout is taken
 * on without forgetting anybody; another end-point or security opens a new port, to which roles
 * with a lease come within its time.
 */
@Component(
        service = EdgeDirectory.class,
        immediate = true,
        configurationPid = "io.telamon.edge.controller",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ControllerConfig.class)
public final class ControllerComponent implements EdgeDirectory, AutoCloseable {
    // both guarded by this
    private ControllerSettings settings;
    private Map<String, String> environment;
    private volatile ControllerServer server;

    @Activate
    public ControllerComponent(ControllerConfig config) throws IOException {
        settings = settings(config);
        environment = environment(config);
        server = ControllerServer.start(settings, environment);
    }

    @Modified
    synchronized void modified(ControllerConfig config) throws IOException {
        ControllerSettings next = settings(config);
        Map<String, String> nextEnvironment = environment(config);
        Layout layout = next.layout();
        if (next.endPoint().equals(settings.endPoint())
                && next.secure() == settings.secure()
                && nextEnvironment.equals(environment)) {
            server.controller().use(layout);
        } else {
            move(next, nextEnvironment);
        }
        settings = next;
        environment = nextEnvironment;
    }

    /** Ends up where it was when it cannot be where it should. */
    private void move(ControllerSettings next, Map<String, String> nextEnvironment)
            throws IOException {
        server.close();
        try {
            server = ControllerServer.start(next, nextEnvironment);
        } catch (IOException e) {
            server = ControllerServer.start(settings, environment);
            throw e;
        }
    }

    private static Map<String, String> environment(ControllerConfig config) {
        return Map.of("CERT_DIR", config.certificates());
    }

    private static ControllerSettings settings(ControllerConfig config) {
        return new ControllerSettings(
                EndPoint.parse(config.serverEndpoint()),
                ControllerSettings.hierarchical(config.installerType()),
                Path.of(config.topologyFile()),
                config.topologyRandomized(),
                Objective.of(config.hierObjective()),
                config.seed(),
                config.secure());
    }

    @Override
    public List<EdgeComputerView> computers() {
        return server.controller().computers();
    }

    @Override
    public List<EdgeRouterView> routers() {
        return server.controller().routers();
    }

    @Deactivate
    @Override
    public void close() {
        server.close();
    }
}
