/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.computer.internal.function.FileFunctions;
import io.telamon.edge.computer.internal.function.FunctionSource;
import io.telamon.edge.computer.internal.function.HttpGateway;
import io.telamon.edge.computer.internal.function.PooledRunner;
import io.telamon.edge.computer.internal.function.SimulatedFunctions;
import io.telamon.edge.computer.internal.sim.ComputerFile;
import io.telamon.edge.computer.internal.sim.ComputerSpec;
import io.telamon.edge.computer.internal.sim.ComputerSpec.Count;
import io.telamon.edge.kit.Conf;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the sources of functions that settings ask for. */
final class Sources {
    /** Workers of a container of a preset that says nothing of them. */
    private static final int WORKERS = 4;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Settings settings;
    private final ScheduledExecutorService timer;
    private final Runnable changed;

    /** Sources that use this timer and tell when their functions change. */
    Sources(Settings settings, ScheduledExecutorService timer, Runnable changed) {
        this.settings = settings;
        this.timer = timer;
        this.changed = changed;
    }

    /** Fails with {@link IllegalArgumentException} when something cannot be had. */
    List<FunctionSource> make() {
        Settings.Functions functions = settings.functions();
        List<FunctionSource> sources = new ArrayList<>();
        FileFunctions.Defaults defaults =
                new FileFunctions.Defaults(limits(), settings.limits().message());
        functions
                .file()
                .ifPresent(file -> sources.add(new FileFunctions(file, defaults, client(), timer)));
        switch (functions.type()) {
            case "sim" ->
                    sources.add(
                            new SimulatedFunctions(
                                    simulation(functions.simulation()),
                                    settings.limits().waiting(),
                                    timer,
                                    System::nanoTime));
            case "http" -> sources.add(gateway(functions.gateway()));
            default -> {
                // only those of the file and what comes as a service
            }
        }
        return sources;
    }

    /** What each function may use. */
    PooledRunner.Limits limits() {
        return new PooledRunner.Limits(settings.limits().waiting(), settings.limits().time());
    }

    private static ComputerSpec simulation(Conf conf) {
        return switch (conf.text("type")) {
            case "raspberry" ->
                    ComputerSpec.raspberry(
                            count(conf, "num-cpu-containers", "num-cpu-workers"),
                            count(conf, "num-gpu-containers", "num-gpu-workers"));
            case "intel-server" ->
                    ComputerSpec.intelServer(count(conf, "num-containers", "num-workers"));
            case "file" -> ComputerFile.read(Path.of(conf.text("path")));
            default ->
                    throw new IllegalArgumentException(
                            "--conf: type must be raspberry, intel-server or file, not "
                                    + conf.text("type"));
        };
    }

    private static Count count(Conf conf, String containers, String workers) {
        return new Count(
                conf.has(containers) ? conf.whole(containers, 0, 10_000) : 1,
                conf.has(workers) ? conf.whole(workers, 1, 100_000) : WORKERS);
    }

    private FunctionSource gateway(Conf conf) {
        if (!conf.text("type").equals("OpenFaaS(0.8)")) {
            throw new IllegalArgumentException("--http-conf: type can only be OpenFaaS(0.8)");
        }
        HttpGateway.Settings gateway =
                new HttpGateway.Settings(
                        URI.create(conf.text("gateway-url")),
                        conf.whole("num-clients", 1, 10_000),
                        limits(),
                        settings.limits().message(),
                        conf.has("authorization") ? conf.text("authorization") : "");
        return new HttpGateway(gateway, client(), timer, changed);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }
}
