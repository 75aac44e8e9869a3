/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The short crash run of each build: two named points, two seeded moments. */
class CrashIT {
    @Test
    void nothingIsLostDoubledOrLeftWhenTheContainerIsKilled() throws IOException {
        assertThat(
                        Ground.crash(
                                "--points",
                                "done-not-answered,committed-not-sent",
                                "--random",
                                "2",
                                "--seed",
                                "7"))
                .isTrue();
    }
}
