/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Options;
import io.telamon.edge.rpc.LambdaRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the clients of one program send and how: a function, a chain or a graph. */
final class LoadSetup implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1000;

    private final Options.Parsed options;
    private final Wires wires;
    private final Flow flow;
    private final EndPoint states;
    private final boolean ownStates;
    private final List<EndPoint> servers;
    private final double persistence;
    private final long seed;

    LoadSetup(Options.Parsed options, Map<String, String> environment) throws IOException {
        this.options = options;
        seed = options.whole("seed", 0, Integer.MAX_VALUE);
        servers = options.list("server-endpoints").stream().map(EndPoint::parse).toList();
        Conf client = options.conf("client-conf").only("type", "persistence");
        if (!client.text("type").equals("grpc")) {
            throw new IllegalArgumentException(
                    "--client-conf: only type=grpc, not " + client.text("type"));
        }
        persistence = client.number("persistence", 0, 1);
        flow = flow(options);
        if (asynchronous() && servers.size() > 1) {
            throw new IllegalArgumentException(
                    "--callback-endpoint wants one of --server-endpoints, not " + servers.size());
        }
        if (options.flag("dry") && (flow != null || asynchronous())) {
            throw new IllegalArgumentException("--dry is for single calls with a direct answer");
        }
        ownStates = !options.flag("no-state-server");
        wires = new Wires(options, environment);
        states = states();
    }

    static Options options(Options options) {
        Wires.options(options);
        Output.options(options);
        return options.option(
                        "server-endpoints", "localhost:6473", "where to, more than one by commas")
                .option(
                        "client-conf",
                        "type=grpc,persistence=0.05",
                        "persistence: chance to ask others too")
                .option("lambda", "clambda0", "function to call")
                .option("duration", "0", "seconds; 0 is no end")
                .option("seed", "0", "the same for the same requests")
                .option("chain-conf", "", "type=file,filename=F or type=make-template")
                .option("dag-conf", "", "type=file,filename=F or type=make-template")
                .option(
                        "callback-endpoint",
                        "",
                        "take answers here; each further client one port up")
                .option("state-endpoint", "", "keep states here instead of in the messages")
                .flag("no-state-server", "the state end-point is somebody else's")
                .flag("dry", "ask for an estimate only");
    }

    /** Writes a template when one was asked for; true when that is all there is to do. */
    static boolean template(Options.Parsed options, Appendable out) throws IOException {
        for (String option : List.of("chain-conf", "dag-conf")) {
            Conf conf = conf(options, option);
            if (conf.has("type") && conf.text("type").equals("make-template")) {
                boolean dag = option.equals("dag-conf");
                Path file = Path.of(dag ? "dag-example.json" : "chain-example.json");
                Files.writeString(file, dag ? FlowFile.DAG_TEMPLATE : FlowFile.CHAIN_TEMPLATE);
                out.append("wrote " + file + "\n");
                return true;
            }
        }
        return false;
    }

    private static Conf conf(Options.Parsed options, String name) {
        return Conf.parse("--" + name, "", options.text(name)).only("type", "filename");
    }

    private static Flow flow(Options.Parsed options) throws IOException {
        boolean chain = !options.text("chain-conf").isEmpty();
        boolean dag = !options.text("dag-conf").isEmpty();
        if (chain && dag) {
            throw new IllegalArgumentException("either --chain-conf or --dag-conf, not both");
        }
        if (!chain && !dag) {
            return null;
        }
        Conf conf = conf(options, dag ? "dag-conf" : "chain-conf");
        if (!conf.text("type").equals("file")) {
            throw new IllegalArgumentException(
                    "the type of a chain or dag is file or make-template, not "
                            + conf.text("type"));
        }
        return FlowFile.read(Path.of(conf.text("filename")), dag);
    }

    private boolean asynchronous() {
        return !options.text("callback-endpoint").isEmpty();
    }

    /** Where states are kept; null when in the messages. */
    private EndPoint states() throws IOException {
        if (options.text("state-endpoint").isEmpty()) {
            return null;
        }
        EndPoint at = options.endPoint("state-endpoint");
        return ownStates ? wires.serve(at, new StatePort(), "computer", "client") : at;
    }

    /** What client number so and so does with each request. */
    Exchange exchange(int number) throws IOException {
        Draws ids = new Draws(seed, number, "id");
        Caller caller = caller(number);
        if (flow != null) {
            return new FlowExchange(caller, flow, states(number), asynchronous(), ids);
        }
        LambdaRequest template =
                LambdaRequest.newBuilder()
                        .setName(options.text("lambda"))
                        .setDry(options.flag("dry"))
                        .build();
        String content = options.given("content") ? options.text("content") : "";
        return new CallExchange(caller, template, content, ids);
    }

    private Caller caller(int number) throws IOException {
        List<Destination> destinations =
                servers.stream()
                        .map(
                                server ->
                                        new Destination(
                                                wires.to(server, number % MOST_CONNECTIONS),
                                                wires.deadline()))
                        .toList();
        Caller direct =
                new UncoordinatedCaller(
                        destinations, persistence, new Draws(seed, number, "persistence"));
        if (!asynchronous()) {
            return direct;
        }
        EndPoint first = options.endPoint("callback-endpoint");
        CallbackCaller caller = new CallbackCaller(direct, wires.deadline());
        EndPoint at = first.port() == 0 ? first : first.withPort(first.port() + number);
        caller.at(wires.serve(at, caller, "computer").toString());
        return caller;
    }

    private States states(int number) {
        if (states == null) {
            return new InlineStates(flow.stateSizes());
        }
        String prefix = number == 0 ? "" : "client" + number + "-";
        return new RemoteStates(
                flow.stateSizes(),
                states.toString(),
                wires.to(states, number),
                wires.deadline(),
                prefix);
    }

    Draws draws(int number, String purpose) {
        return new Draws(seed, number, purpose);
    }

    double duration() {
        return options.number("duration", 0, Double.MAX_VALUE);
    }

    @Override
    public void close() {
        wires.close();
    }
}
