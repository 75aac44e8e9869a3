/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.telamon.model.NsInstanceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Starts a writing process, kills it at a random moment and counts what was acknowledged. */
final class KilledWriter {
    private final Path folder;
    private final Random random;
    private final List<String> acknowledged = new ArrayList<>();

    KilledWriter(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** One round: write, SIGKILL after some acknowledged commits, read what came until then. */
    int killOnce() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CommitWriter.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int wanted = 1 + random.nextInt(200);
        int seen = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("ack ") && line.length() == "ack ".length() + 36) {
                    acknowledged.add(line.substring("ack ".length()));
                    seen++;
                }
                if (seen == wanted) {
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return seen;
    }

    /** Every acknowledged commit is there, its event included. */
    void check() {
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            List<String> lost =
                    acknowledged.stream()
                            .filter(
                                    id ->
                                            store.read(
                                                    unit ->
                                                            unit.instances()
                                                                    .find(new NsInstanceId(id))
                                                                    .isEmpty()))
                            .toList();
            assertThat(lost).isEmpty();
            int events = store.write(unit -> unit.journal().position(Integer.MAX_VALUE));
            assertThat(events).isGreaterThanOrEqualTo(acknowledged.size());
        }
    }
}
