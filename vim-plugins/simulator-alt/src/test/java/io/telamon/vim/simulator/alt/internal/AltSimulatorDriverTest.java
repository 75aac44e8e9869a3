/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.alt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.VimAccountId;
import io.telamon.vim.simulator.internal.SimulatorDriver;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second type is a type of its own with a working cloud behind it. */
class AltSimulatorDriverTest {
    @Test
    void itHasAnotherTypeThanTheSimulator() {
        try (SimulatorDriver first = new SimulatorDriver();
                AltSimulatorDriver second = new AltSimulatorDriver()) {
            assertThat(second.type()).isEqualTo("simulator-alt").isNotEqualTo(first.type());
            assertThat(second.settings()).isEqualTo(first.settings());
        }
    }

    @Test
    void itsEmbeddedWorldAnswers() {
        try (AltSimulatorDriver driver = new AltSimulatorDriver();
                VimSession session = open(driver)) {
            assertThat(session.probe().ok()).isTrue();
        }
    }

    private static VimSession open(VimDriver driver) {
        return driver.open(
                new VimConnection(
                        new VimAccountId("alt"),
                        "embedded:alt",
                        Map.of(),
                        "",
                        Duration.ofSeconds(5),
                        artifact -> {
                            throw new IOException("no artifacts");
                        }));
    }
}
