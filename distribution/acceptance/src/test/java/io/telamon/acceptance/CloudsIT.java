/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Kills and faults on a real OpenStack that is started for this test alone; with {@code -Pfull} all
 * trials, on two.
 */
class CloudsIT {
    private static final int CANNOT = 77;

    @Test
    void aRealCloudHoldsWhatTheRecordsSayWhateverFails() throws Exception {
        String trial = Boolean.getBoolean("clouds.whole") ? "whole" : "slice";
        Process slice =
                new ProcessBuilder(
                                Ground.root()
                                        .resolve("distribution/acceptance/" + trial)
                                        .toString())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .start();

        String said = told(slice);

        assumeTrue(slice.waitFor() != CANNOT, said);
        assertThat(slice.exitValue()).as(said).isZero();
    }

    /** Passes on what it says. */
    private static String told(Process slice) throws IOException {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = slice.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Ground.out().println(line);
                said.append(line).append('\n');
            }
        }
        return said.toString();
    }
}
