/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a running Telamon has used: processor time and memory from the operating system, commits and
 * finished tasks from its metrics.
 */
final class Gauge {
    private static final long MILLIS_PER_TICK = 10;
    private static final int USER_TICKS = 11;
    private static final double KIB_PER_MIB = 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final long pid;

    /**
     * One reading.
     *
     * @param cpuMillis processor time of the process, user and system
     * @param commits transactions that changed something
     * @param tasks calls that ended a task
     * @param nanos when
     */
    record Reading(long cpuMillis, double commits, double tasks, long nanos) {
        Reading since(Reading before) {
            return new Reading(
                    cpuMillis - before.cpuMillis,
                    commits - before.commits,
                    tasks - before.tasks,
                    nanos - before.nanos);
        }

        double cpuPerTask() {
            return cpuMillis / tasks;
        }

        double commitsPerTask() {
            return commits / tasks;
        }
    }

    Gauge(URI base, long pid) {
        this.base = base;
        this.pid = pid;
    }

    Reading read() {
        double commits = 0;
        double tasks = 0;
        for (String line : metrics().split("\n")) {
            if (line.startsWith("telamon_store_commits_total")) {
                commits += value(line);
            } else if (endsTask(line)) {
                tasks += value(line);
            }
        }
        return new Reading(cpuMillis(), commits, tasks, System.nanoTime());
    }

    /** A line of {@code telamon_ro_call} whose calls left their task done. */
    static boolean endsTask(String line) {
        return line.startsWith("telamon_ro_call_seconds_count")
                && (line.contains("outcome=\"Done\"") || line.contains("outcome=\"Gone\""));
    }

    static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** Resident memory in MiB. */
    double residentMib() {
        String status = file("status");
        String line =
                status.lines().filter(one -> one.startsWith("VmRSS")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
    }

    /** Load average of the machine over the last minute. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private long cpuMillis() {
        String stat = file("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]);
        return ticks * MILLIS_PER_TICK;
    }

    private String file(String name) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/" + name));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String metrics() {
        try {
            return client.send(
                            HttpRequest.newBuilder(base.resolve("/metrics")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
