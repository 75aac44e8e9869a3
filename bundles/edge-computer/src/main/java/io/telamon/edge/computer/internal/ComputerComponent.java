/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.kit.Guard;
import io.telamon.edge.spi.EdgeFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A computer for each configuration of {@value ComputerConfig#PID}. A changed configuration drains
 * the computer and starts it anew; functions come and go without.
 */
@Component(
        service = ComputerComponent.class,
        immediate = true,
        configurationPid = ComputerConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ComputerConfig.class, factory = true)
public final class ComputerComponent implements AutoCloseable {
    // guarded by this: services may come before the computer is there
    private final Map<EdgeFunction, Map<String, Object>> functions = new IdentityHashMap<>();
    private EdgeComputer computer;
    private Set<String> wanted = Set.of();

    /** For declarative services. */
    public ComputerComponent() {}

    @Activate
    synchronized void activate(ComputerConfig config) throws IOException {
        wanted = Set.of(config.javaFunctions());
        Settings settings =
                ComputerOptions.settings(ComputerOptions.options().parse(arguments(config)));
        Guard guard = Guard.from(config.secure(), System.getenv());
        computer = EdgeComputer.start(settings, guard);
        functions.forEach(this::offer);
    }

    /** Takes a Java function. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + EdgeFunction.NAME + "=*)")
    synchronized void addFunction(EdgeFunction function, Map<String, Object> properties) {
        functions.put(function, properties);
        offer(function, properties);
    }

    /** Forgets a Java function. */
    synchronized void removeFunction(EdgeFunction function) {
        functions.remove(function);
        if (computer != null) {
            computer.remove(function);
        }
    }

    private void offer(EdgeFunction function, Map<String, Object> properties) {
        boolean asked =
                wanted.contains("*")
                        || wanted.contains(String.valueOf(properties.get(EdgeFunction.NAME)));
        if (computer != null && asked) {
            computer.add(function, properties);
        }
    }

    @Deactivate
    @Override
    public void close() {
        EdgeComputer old;
        synchronized (this) {
            old = computer;
            computer = null;
        }
        if (old != null) {
            old.close();
        }
    }

    /** The settings as a command line, so that both are read and checked in one place. */
    static List<String> arguments(ComputerConfig config) {
        List<String> words = new ArrayList<>();
        ends(words, config);
        text(words, "computer-type", config.computerType());
        text(words, "conf", config.conf());
        text(words, "http-conf", config.httpConf());
        text(words, "functions", config.functions());
        text(words, "errors", config.errors());
        text(words, "refusals", config.refusals());
        number(words, "num-threads", config.numThreads());
        number(words, "max-time", config.maxTime());
        number(words, "max-peer-time", config.maxPeerTime());
        number(words, "max-waiting", config.maxWaiting());
        number(words, "max-asynchronous", config.maxAsynchronous());
        number(words, "max-joins", config.maxJoins());
        number(words, "max-join-time", config.maxJoinTime());
        number(words, "max-message", config.maxMessage());
        number(words, "max-state", config.maxState());
        number(words, "state-time", config.stateTime());
        number(words, "lease", config.lease());
        number(words, "drain", config.drain());
        flag(words, "asynchronous", config.asynchronous());
        flag(words, "no-state-server", config.noStateServer());
        return words;
    }

    private static void ends(List<String> words, ComputerConfig config) {
        words.add("--server-endpoint=" + config.serverEndpoint());
        words.add("--announced-endpoint=" + config.announcedEndpoint());
        words.add("--utilization-endpoint=" + config.utilizationEndpoint());
        words.add("--controller-endpoint=" + config.controllerEndpoint());
        words.add("--companion-endpoint=" + config.companionEndpoint());
        words.add("--state-endpoint=" + config.stateEndpoint());
    }

    private static void text(List<String> words, String name, String value) {
        if (!value.isBlank()) {
            words.add("--" + name + "=" + value);
        }
    }

    private static void number(List<String> words, String name, int value) {
        words.add("--" + name + "=" + value);
    }

    private static void flag(List<String> words, String name, boolean on) {
        if (on) {
            words.add("--" + name);
        }
    }
}
