/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.kit.Conf;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Options;
import io.telamon.edge.relay.Broker;
import io.telamon.edge.relay.BrokerSettings;
import io.telamon.edge.relay.policy.Weighing;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a dispatcher is opened with, as its options say. */
record DispatcherSetup(BrokerSettings settings, Broker.Rule rule) {
    static Options options() {
        return BrokerSettings.options(
                        Options.of(
                                "edgedispatcher",
                                "forwards each request to whom is predicted to answer first"))
                .option(
                        "ptimeest-conf",
                        PredictorConf.DEFAULTS,
                        "predictor: " + PredictorConf.NAMES);
    }

    static DispatcherSetup read(List<String> arguments, Map<String, String> environment)
            throws IOException {
        return of(options().parse(arguments), environment);
    }

    static DispatcherSetup of(Options.Parsed line, Map<String, String> environment)
            throws IOException {
        PredictorConf conf = PredictorConf.of(line.conf("ptimeest-conf"));
        Broker.Rule rule =
                new Broker.Rule(
                        1,
                        conf.policies(),
                        Weighing.of(Conf.parse("weights", "type=none", "")),
                        conf.probe());
        Guard guard = Guard.from(line.flag("secure"), environment);
        return new DispatcherSetup(BrokerSettings.of(line, guard), rule);
    }

    Broker open() throws IOException {
        return Broker.open(settings, rule);
    }
}
