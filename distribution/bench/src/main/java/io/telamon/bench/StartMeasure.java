/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import io.telamon.acceptance.Telamon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Time from the start command to ready, first and second start, and memory some time later. */
final class StartMeasure {
    private static final double MILLIS = 1000;

    private final Path root;
    private final Path folder;
    private final Report report;

    StartMeasure(Path root, Path folder, Report report) {
        this.root = root;
        this.folder = folder;
        this.report = report;
    }

    void run(int waitSeconds) {
        try (Telamon telamon = new Telamon(root, folder.resolve("home"))) {
            row("first start to ready", telamon.start());
            telamon.stop();
            row("second start to ready", telamon.start());
            openPortal(telamon);
            report.say("Waiting " + waitSeconds + " s before memory is read ...");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(waitSeconds));
            double mib = new Gauge(telamon.uri(), telamon.pid().orElseThrow()).residentMib();
            report.add(
                    "resident memory",
                    "600 MB",
                    Spread.text(mib) + " MiB",
                    waitSeconds + " s after the start, portal's page fetched once");
            telamon.stop();
        }
    }

    private void row(String what, Duration time) {
        report.add(
                what, "15 s", Spread.text(time.toMillis() / MILLIS) + " s", "by the start script");
    }

    private static void openPortal(Telamon telamon) {
        HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        try {
            client.send(
                    HttpRequest.newBuilder(telamon.uri().resolve("/")).build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
