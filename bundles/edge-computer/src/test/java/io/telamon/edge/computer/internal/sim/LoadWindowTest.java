/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.computer.internal.sim.LoadWindow.Load;
import org.junit.jupiter.api.Test;

class LoadWindowTest {
    @Test
    void nothingMeasuredIsNoLoad() {
        assertThat(new LoadWindow().load()).isEqualTo(Load.NONE);
    }

    @Test
    void theWindowsHaveTenAndThirtySamples() {
        LoadWindow window = new LoadWindow();
        for (int second = 0; second < 40; second++) {
            window.add(second < 30 ? 0 : 1);
        }

        assertThat(window.load()).isEqualTo(new Load(100, 100, 33));
        window.add(0.5);
        assertThat(window.load()).isEqualTo(new Load(50, 95, 35));
    }

    @Test
    void fewSamplesAreNotDilutedByMissingOnes() {
        LoadWindow window = new LoadWindow();
        window.add(0.2);
        window.add(0.4);

        assertThat(window.load()).isEqualTo(new Load(40, 30, 30));
        assertThat(window.last()).isEqualTo(0.4);
    }
}
