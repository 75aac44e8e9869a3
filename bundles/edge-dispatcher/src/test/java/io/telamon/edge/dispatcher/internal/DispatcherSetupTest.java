/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.relay.Broker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dispatcher opens as its options say, with one table. */
class DispatcherSetupTest {
    @Test
    void everyPredictorOpens() throws Exception {
        for (String type : PredictorConf.NAMES.split(", ")) {
            DispatcherSetup setup =
                    DispatcherSetup.read(
                            List.of(
                                    "--server-end=127.0.0.1:0",
                                    "--configuration=127.0.0.1:0",
                                    "--ptime=type=" + type),
                            Map.of());
            try (Broker broker = setup.open()) {
                assertThat(broker.tables().count()).isOne();
                assertThat(broker.lambda().port()).isPositive();
            }
        }
    }

    @Test
    void helpNamesTheOptions() throws Exception {
        StringBuilder out = new StringBuilder();

        assertThat(new DispatcherProgram().run(List.of("-h"), Map.of(), out)).isZero();
        assertThat(out).contains("--ptimeest-conf", "--router-conf", "--secure");
    }
}
