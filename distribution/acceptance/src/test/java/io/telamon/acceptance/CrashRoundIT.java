/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One whole round of crashes: every named point once, and three random moments. */
class CrashRoundIT {
    @Test
    void nothingIsLostDoubledOrLeftWhenTheContainerIsKilled() throws IOException {
        assertThat(Ground.crash("--named", "1", "--random", "3", "--seed", "7")).isTrue();
    }
}
