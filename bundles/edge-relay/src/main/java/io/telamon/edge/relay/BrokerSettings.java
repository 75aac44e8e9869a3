/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Servers;
import java.time.Duration;
import java.util.Optional;

/**
 * What a broker is opened with: its two ports, its controller, threads of the loops (0: one per
 * processor), how often it announces itself (zero: once), longest message, limits of the data path.
 */
public record BrokerSettings(
        EndPoint lambda,
        EndPoint configuration,
        Optional<EndPoint> controller,
        int threads,
        Duration lease,
        int messageLimit,
        Guard guard,
        RelaySettings relay) {

    /** The options that all brokers have. */
    public static Options options(Options options) {
        return options.option("server-endpoint", "127.0.0.1:6473", "where clients call")
                .option("configuration-endpoint", "127.0.0.1:6474", "where tables are changed")
                .option("controller-endpoint", "", "controller to announce to, none when empty")
                .option("num-threads", "0", "threads for connections, 0: one per processor")
                .option("lease", "10", "seconds between announcements, 0: only one")
                .option("message-limit", "" + Servers.MESSAGE_LIMIT, "longest message in bytes")
                .option("server-conf", "type=grpc", "transport of the lambda port")
                .option("router-conf", RelaySettings.DEFAULTS, "limits of the data path")
                .flag("secure", "mutual TLS on all ports (files: CERT_DIR), and a token");
    }

    /** What a command line says. */
    public static BrokerSettings of(Options.Parsed line, Guard guard) {
        Conf transport = line.conf("server-conf").only("type");
        if (!transport.text("type").equals("grpc")) {
            throw new IllegalArgumentException("--server-conf: the only type is grpc");
        }
        String controller = line.text("controller-endpoint");
        return new BrokerSettings(
                line.endPoint("server-endpoint"),
                line.endPoint("configuration-endpoint"),
                controller.isEmpty()
                        ? Optional.empty()
                        : Optional.of(line.endPoint("controller-endpoint")),
                line.whole("num-threads", 0, 1024),
                Duration.ofMillis((long) (line.number("lease", 0, 86_400) * 1000)),
                line.whole("message-limit", 1024, Integer.MAX_VALUE),
                guard,
                RelaySettings.of(line.conf("router-conf")));
    }

    /** Whether a broker with these settings must be opened anew to get the other ones. */
    public boolean needsOpening(BrokerSettings other) {
        return !(lambda.equals(other.lambda)
                && configuration.equals(other.configuration)
                && controller.equals(other.controller)
                && threads == other.threads
                && lease.equals(other.lease)
                && messageLimit == other.messageLimit
                && guard.secure() == other.guard.secure());
    }
}
