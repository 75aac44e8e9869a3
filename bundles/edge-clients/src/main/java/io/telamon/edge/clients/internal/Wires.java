/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The connections of a client program: its ways out and its own ports. */
final class Wires implements AutoCloseable {
    private final Loops loops = new Loops("edge-client-io", 0);
    private final Guard guard;
    private final Channels channels;
    private final Duration deadline;
    private final List<Servers.Running> ports = new ArrayList<>();

    Wires(Options.Parsed options, Map<String, String> environment) throws IOException {
        guard = Guard.from(options.flag("secure"), environment);
        deadline = Duration.ofNanos((long) (options.number("deadline", 0.001, 86400) * 1e9));
        channels = new Channels(loops, guard, Runnable::run, Servers.MESSAGE_LIMIT);
    }

    static Options options(Options options) {
        return options.option("deadline", "10", "seconds after which a call has failed")
                .flag("secure", "mutual TLS, files in CERT_DIR; a token when there is one");
    }

    Duration deadline() {
        return deadline;
    }

    /** The way to an end-point; clients with other numbers may have another connection. */
    ManagedChannel to(EndPoint endPoint, int client) {
        return channels.open(endPoint).on(client % loops.count());
    }

    /** Opens a port for these roles and tells where it is. */
    EndPoint serve(EndPoint at, BindableService service, String... callers) throws IOException {
        Servers.Running port =
                Servers.at(at, loops).guard(guard).callers(callers).service(service).start();
        ports.add(port);
        return port.endPoint();
    }

    @Override
    public void close() {
        ports.forEach(port -> port.drain(Duration.ofMillis(200)));
        channels.close();
        loops.close();
    }
}
