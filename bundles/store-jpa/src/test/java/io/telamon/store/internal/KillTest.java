/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No acknowledged commit is lost when the process is killed (design section 6, promise 1). */
class KillTest {
    @Test
    void acknowledgedCommitsSurviveKill(@TempDir Path folder) throws Exception {
        killAndCheck(new KilledWriter(folder, 1), 2);
    }

    @Test
    @Tag("it")
    void acknowledgedCommitsSurviveTwentyKills(@TempDir Path folder) throws Exception {
        killAndCheck(new KilledWriter(folder, 2), 20);
    }

    private static void killAndCheck(KilledWriter writer, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            assertThat(writer.killOnce()).isPositive();
        }
        writer.check();
    }
}
