/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.router.internal;

import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Options;
import io.telamon.edge.relay.Broker;
import io.telamon.edge.relay.BrokerSettings;
import io.telamon.edge.relay.policy.Policies;
import io.telamon.edge.relay.policy.Weighing;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a router is opened with, as its options say. */
record RouterSetup(BrokerSettings settings, Broker.Rule rule, int lambdas, int destinations) {
    static final String TABLE = "type=random";
    static final String OPTIMIZER = "type=trivial,period=10,stat=mean";

    static Options options() {
        return BrokerSettings.options(
                        Options.of(
                                "edgerouter",
                                "forwards each request to a destination of its table"))
                .option("table-conf", TABLE, "policy: " + Policies.NAMES)
                .option("optimizer-conf", OPTIMIZER, "how weights follow: " + Weighing.NAMES)
                .option("fake-num-lambdas", "0", "functions fake0, fake1 ... to fill the table")
                .option("fake-num-destinations", "0", "destinations of each of them");
    }

    static RouterSetup read(List<String> arguments, Map<String, String> environment)
            throws IOException {
        return of(options().parse(arguments), environment);
    }

    static RouterSetup of(Options.Parsed line, Map<String, String> environment) throws IOException {
        Guard guard = Guard.from(line.flag("secure"), environment);
        Broker.Rule rule =
                new Broker.Rule(
                        2,
                        Policies.of(line.conf("table-conf")),
                        Weighing.of(line.conf("optimizer-conf")),
                        Optional.empty());
        return new RouterSetup(
                BrokerSettings.of(line, guard),
                rule,
                line.whole("fake-num-lambdas", 0, 1_000_000),
                line.whole("fake-num-destinations", 0, 1_000_000));
    }

    /** Opens the router. */
    Broker open() throws IOException {
        Broker broker = Broker.open(settings, rule);
        Fill.with(broker.tables(), lambdas, destinations);
        return broker;
    }
}
