/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs a provider as a process of its own; its standard output says where it listens. */
public final class Serve {
    /** Options with a value that all providers have. */
    public static final Set<String> KNOWN =
            Set.of("host", "port", "port-file", "file", "settings", "latency", "fault", "gate");

    /** Flags that all providers have. */
    public static final Set<String> FLAGS = Set.of("watch-stdin");

    private Serve() {}

    /**
     * Serves until the process is ended, or until standard input ends with {@code --watch-stdin}.
     *
     * @param options as on the command line
     * @param factory makes the worlds
     */
    public static void run(Options options, Cloud.Factory factory)
            throws IOException, InterruptedException {
        String file = options.text("file", "");
        try (Cloud cloud =
                        file.isEmpty()
                                ? Cloud.inMemory(factory)
                                : Cloud.at(Path.of(file), factory);
                CloudServer server = CloudServer.start(cloud, address(options))) {
            script(options, cloud);
            announce(options, server.port());
            if (options.has("watch-stdin")) {
                untilEnd(new FileInputStream(FileDescriptor.in));
            } else {
                new CountDownLatch(1).await();
            }
        }
    }

    private static InetSocketAddress address(Options options) {
        return new InetSocketAddress(options.text("host", "127.0.0.1"), options.number("port", 0));
    }

    private static void script(Options options, Cloud cloud) throws IOException {
        for (String fault : options.all("fault")) {
            cloud.faults().arm(Json.parse(fault, FaultRule.class));
        }
        for (String gate : options.all("gate")) {
            cloud.gates().arm(Json.parse(gate, GateOrder.class));
        }
    }

    private static void announce(Options options, int port) throws IOException {
        String portFile = options.text("port-file", "");
        if (!portFile.isEmpty()) {
            Files.writeString(Path.of(portFile), Integer.toString(port));
        }
        try (PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            out.println("listening on http://" + options.text("host", "127.0.0.1") + ":" + port);
        }
    }

    private static void untilEnd(InputStream in) throws IOException {
        try (in) {
            while (in.read() >= 0) {
                continue;
            }
        }
    }
}
