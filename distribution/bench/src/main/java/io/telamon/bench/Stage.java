/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import io.telamon.acceptance.Rest;
import io.telamon.acceptance.Services;
import io.telamon.acceptance.Telamon;
import io.telamon.simkit.ControlClient;
import io.telamon.simkit.WorldProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fresh Telamon as it is shipped and a simulated cloud without latency in a process of its own,
 * with the sample service on board.
 */
final class Stage implements AutoCloseable {
    private static final List<String> PACKAGES =
            List.of("edge_web_vnf.tar.gz", "edge_store_vnf.tar.gz", "edge_cache_ns.tar.gz");

    private final WorldProcess world;
    private final Telamon telamon;
    private final Rest rest;
    private final Services services;
    private final Completions completions;
    private final Gauge gauge;
    private final String nsd;

    /**
     * Starts all of it.
     *
     * @param javaOptions more options for Telamon's Java, for profiles; empty to measure
     */
    Stage(Path root, Path folder, String javaOptions) {
        try {
            Files.createDirectories(folder);
            world = WorldProcess.fromJar(simulator(root), "--port", "0");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        telamon = new Telamon(root, folder.resolve("home"));
        telamon.start(javaOptions);
        rest = new Rest(telamon.uri(), "admin", telamon.password());
        services = new Services(rest);
        completions = new Completions(telamon.uri(), "Bearer " + token());
        gauge = new Gauge(telamon.uri(), telamon.pid().orElseThrow());
        nsd = onboard(root, folder.resolve("samples"));
    }

    /** The simulator's jar as it was built. */
    static Path simulator(Path root) {
        return root.resolve("vim-plugins/simulator/target/telamon-vim-simulator-0.1.0.jar");
    }

    Gauge gauge() {
        return gauge;
    }

    ControlClient cloud() {
        return world.control();
    }

    /** Registers accounts, each with a world of its own: {@code prefix-0}, {@code prefix-1}, ... */
    void addAccounts(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            String name = prefix + "-" + i;
            services.addVim(name, "simulator", world.endpoint(name));
        }
    }

    /** A service: its instance and the time from the order to running, in nanoseconds. */
    record Running(String instance, long nanos) {}

    /** Makes a service and waits until it runs. */
    Running run(String name, String account) {
        String instance = services.create(name, nsd);
        long start = System.nanoTime();
        String operation = services.instantiate(instance, account);
        return new Running(instance, completions.await(operation) - start);
    }

    /** Orders a service and does not wait; returns the operation. */
    String order(String name, String account) {
        return services.instantiate(services.create(name, nsd), account);
    }

    /** Waits for an operation. */
    void await(String operation) {
        completions.await(operation);
    }

    /** Orders the end of a service; returns the operation. */
    String terminate(String instance) {
        return services.terminate(instance);
    }

    @Override
    public void close() {
        completions.close();
        telamon.close();
        world.close();
    }

    private String token() {
        var wish = Rest.object().put("label", "bench").put("validity", "P1D");
        return rest.post("/api/v1/tokens", wish).body().path("token").asText();
    }

    private String onboard(Path root, Path samples) {
        try {
            Process pack =
                    new ProcessBuilder(
                                    root.resolve("distribution/samples/pack").toString(),
                                    samples.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (pack.waitFor() != 0) {
                throw new IllegalStateException("The samples cannot be packed");
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        String last = "";
        for (String name : PACKAGES) {
            last = services.onboard(samples.resolve("sol006").resolve(name));
        }
        return last;
    }
}
