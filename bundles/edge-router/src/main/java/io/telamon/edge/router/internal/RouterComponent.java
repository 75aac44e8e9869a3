/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.router.internal;

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

/** One e-router within the container, as its configuration says. */
@Component(
        service = RouterComponent.class,
        immediate = true,
        configurationPid = RouterConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RouterConfig.class, factory = true)
public final class RouterComponent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouterComponent.class);

    private RouterSetup setup;
    private Broker broker;

    @Activate
    public RouterComponent(RouterConfig config) throws IOException {
        setup = setup(config);
        open();
    }

    private void open() throws IOException {
        broker = setup.open();
        LOG.info("Router opened at {}, tables at {}", broker.lambda(), broker.configuration());
    }

    @Modified
    void modified(RouterConfig config) throws IOException {
        RouterSetup other = setup(config);
        boolean anew = setup.settings().needsOpening(other.settings());
        setup = other;
        if (anew) {
            broker.close();
            open();
        } else {
            broker.change(setup.settings().relay(), setup.rule());
        }
    }

    private static RouterSetup setup(RouterConfig config) throws IOException {
        List<String> line = new ArrayList<>();
        line.add("--server-endpoint=" + config.serverEndpoint());
        line.add("--configuration-endpoint=" + config.configurationEndpoint());
        line.add("--controller-endpoint=" + config.controllerEndpoint());
        line.add("--num-threads=" + config.threads());
        line.add("--lease=" + config.lease());
        line.add("--message-limit=" + config.messageLimit());
        line.add("--table-conf=" + config.table());
        line.add("--optimizer-conf=" + config.optimizer());
        line.add("--router-conf=" + config.limits());
        if (config.secure()) {
            line.add("--secure");
        }
        return RouterSetup.read(line, Map.of("CERT_DIR", config.certificates()));
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
