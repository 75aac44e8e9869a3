/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short crash run of each build: two named points, two seeded moments. */
class CrashIT {
    @Test
    void nothingIsLostDoubledOrLeftWhenTheContainerIsKilled() throws IOException {
        List<String> options =
                List.of(
                        "--points",
                        "done-not-answered,committed-not-sent",
                        "--random",
                        "2",
                        "--seed",
                        "7");

        assertThat(
                        Trials.run(
                                Ground.root(),
                                Ground.folder("crash"),
                                "crash",
                                options,
                                Ground.out()))
                .isTrue();
    }
}
