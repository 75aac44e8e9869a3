/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.computer.internal.flow.Policy;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads settings from options; the command line and the component both go this way. */
final class ComputerOptions {
    private static final int DAY = 86_400_000;
    private static final String BOARD =
            "type=raspberry,num-cpu-containers=1,num-cpu-workers=4,"
                    + "num-gpu-containers=1,num-gpu-workers=2";
    private static final String GATEWAY =
            "gateway-url=http://localhost:8080/,num-clients=5,type=OpenFaaS(0.8)";

    private ComputerOptions() {}

    /** All options with their defaults. */
    static Options options() {
        Options options =
                Options.of("edgecomputer", "executes functions, simulated or real")
                        .option("server-endpoint", "127.0.0.1:6473", "where functions are called")
                        .option("announced-endpoint", "", "as others reach it, unless the same")
                        .option("utilization-endpoint", "127.0.0.1:6476", "stream of utilization")
                        .option("controller-endpoint", "", "controller to announce to")
                        .option("num-threads", "5", "threads of the connections")
                        .flag("secure", "mutual TLS on all ports")
                        .option("server-conf", "type=grpc", "transport; only grpc")
                        .option("computer-type", "sim", "sim, http or functions")
                        .option("conf", BOARD, "simulated computer (type sim)")
                        .flag("json-example", "print a file for --conf type=file,path=FILE")
                        .option("http-conf", GATEWAY, "gateway of functions (type http)")
                        .option("functions", "", "file with process and HTTP functions")
                        .flag("asynchronous", "take calls that are answered by callback")
                        .option("companion-endpoint", "", "broker for next functions; asynchronous")
                        .option("state-endpoint", "", "state server; opened here")
                        .flag("no-state-server", "the state server is somebody else's");
        return limits(options);
    }

    private static Options limits(Options options) {
        return options.option("errors", "output", "how errors are told: output or retcode")
                .option("refusals", "status", "how callers are sent away: status or output")
                .option("max-time", "60000", "longest call in milliseconds")
                .option("max-peer-time", "10000", "longest call to another role")
                .option("max-waiting", "1000", "calls that wait for a function's workers")
                .option("max-asynchronous", "1000", "calls under way answered by callback")
                .option("max-joins", "10000", "graphs whose inputs are gathered")
                .option("max-join-time", "60000", "longest wait of a join")
                .option("max-message", "4190208", "bytes of a request or an answer")
                .option("max-state", "268435456", "bytes of the state server")
                .option("state-time", "600000", "milliseconds an unused state is kept")
                .option("lease", "10", "seconds between announcements; 0: once")
                .option("drain", "10000", "milliseconds for calls under way at the end");
    }

    /** Reads what was given; {@link IllegalArgumentException} tells what is wrong. */
    static Settings settings(Options.Parsed given) {
        if (!given.text("server-conf").equals("type=grpc")) {
            throw new IllegalArgumentException("--server-conf can only be type=grpc");
        }
        boolean foreign = given.flag("no-state-server");
        Optional<EndPoint> state = endPoint(given, "state-endpoint");
        if (foreign && state.isEmpty()) {
            throw new IllegalArgumentException(
                    "--no-state-server makes no sense without --state-endpoint");
        }
        Optional<EndPoint> companion = endPoint(given, "companion-endpoint");
        Settings.Ports ports =
                new Settings.Ports(
                        given.endPoint("server-endpoint"),
                        endPoint(given, "announced-endpoint"),
                        endPoint(given, "utilization-endpoint"),
                        state,
                        foreign,
                        endPoint(given, "controller-endpoint"),
                        companion);
        Policy policy =
                new Policy(
                        Policy.Errors.valueOf(one(given, "errors", "output", "retcode")),
                        Policy.Refusals.valueOf(one(given, "refusals", "status", "output")));
        return new Settings(
                ports,
                functions(given),
                limits(given),
                given.whole("num-threads", 1, 1000),
                given.flag("asynchronous") || companion.isPresent(),
                policy);
    }

    private static Settings.Functions functions(Options.Parsed given) {
        String file = given.text("functions");
        return new Settings.Functions(
                one(given, "computer-type", "sim", "http", "functions").toLowerCase(Locale.ROOT),
                given.conf("conf")
                        .only(
                                "type",
                                "num-cpu-containers",
                                "num-cpu-workers",
                                "num-gpu-containers",
                                "num-gpu-workers",
                                "num-containers",
                                "num-workers",
                                "path"),
                given.conf("http-conf").only("gateway-url", "num-clients", "type", "authorization"),
                file.isBlank() ? Optional.empty() : Optional.of(Path.of(file)));
    }

    private static Settings.Limits limits(Options.Parsed given) {
        return new Settings.Limits(
                millis(given, "max-time", 1),
                millis(given, "max-peer-time", 1),
                given.whole("max-waiting", 0, 1_000_000),
                given.whole("max-asynchronous", 1, 1_000_000),
                given.whole("max-joins", 1, 1_000_000),
                millis(given, "max-join-time", 1),
                given.whole("max-message", 1024, 1 << 30),
                given.whole("max-state", 0, Integer.MAX_VALUE),
                millis(given, "state-time", 1),
                Duration.ofMillis((long) (given.number("lease", 0, DAY / 1000.0) * 1000)),
                millis(given, "drain", 0));
    }

    private static Duration millis(Options.Parsed given, String name, int least) {
        return Duration.ofMillis(given.whole(name, least, DAY));
    }

    private static Optional<EndPoint> endPoint(Options.Parsed given, String name) {
        return given.text(name).isBlank() ? Optional.empty() : Optional.of(given.endPoint(name));
    }

    private static String one(Options.Parsed given, String name, String... choices) {
        String value = given.text(name);
        if (!Set.of(choices).contains(value)) {
            throw new IllegalArgumentException(
                    "--%s must be one of %s, not %s".formatted(name, List.of(choices), value));
        }
        return value.toUpperCase(Locale.ROOT);
    }
}
