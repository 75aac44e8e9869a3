/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.relay.Broker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One e-dispatcher within the container, as its configuration says. */
@Component(
        service = DispatcherComponent.class,
        immediate = true,
        configurationPid = DispatcherConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DispatcherConfig.class, factory = true)
public final class DispatcherComponent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DispatcherComponent.class);

    private DispatcherSetup setup;
    private Broker broker;

    @Activate
    public DispatcherComponent(DispatcherConfig config) throws IOException {
        setup = setup(config);
        open();
    }

    private void open() throws IOException {
        broker = setup.open();
        LOG.info("Dispatcher opened at {}, tables at {}", broker.lambda(), broker.configuration());
    }

    @Modified
    void modified(DispatcherConfig config) throws IOException {
        DispatcherSetup other = setup(config);
        boolean anew = setup.settings().needsOpening(other.settings());
        setup = other;
        if (anew) {
            broker.close();
            open();
        } else {
            broker.change(setup.settings().relay(), setup.rule());
        }
    }

    private static DispatcherSetup setup(DispatcherConfig config) throws IOException {
        List<String> line = new ArrayList<>();
        line.add("--server-endpoint=" + config.serverEndpoint());
        line.add("--configuration-endpoint=" + config.configurationEndpoint());
        line.add("--controller-endpoint=" + config.controllerEndpoint());
        line.add("--num-threads=" + config.threads());
        line.add("--lease=" + config.lease());
        line.add("--message-limit=" + config.messageLimit());
        line.add("--ptimeest-conf=" + config.predictor());
        line.add("--router-conf=" + config.limits());
        if (config.secure()) {
            line.add("--secure");
        }
        return DispatcherSetup.read(line, Map.of("CERT_DIR", config.certificates()));
    }

    Broker broker() {
        return broker;
    }

    @Deactivate
    @Override
    public void close() {
        broker.close();
    }
}
