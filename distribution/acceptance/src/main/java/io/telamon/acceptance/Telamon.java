/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One Telamon under trial: its own home, its own ports, started by the start script as a person
 * does, ended as a person or as a power cut does.
 */
public final class Telamon implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);

    private final Path root;
    private final Path home;
    private final int http = Ports.free();
    private final int ssh = Ports.free();
    private Process starting;
    private long begun;

    /**
     * A Telamon that is not started yet.
     *
     * @param root the project's root, where the start script is
     * @param home its home, made when absent
     */
    public Telamon(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    /** Its home. */
    public Path home() {
        return home;
    }

    /** Its address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + http);
    }

    /** Port of its shell. */
    public int sshPort() {
        return ssh;
    }

    /** The password that was made at its first start. */
    public String password() {
        try {
            return Files.readString(home.resolve("keys/admin-password")).strip();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** Starts it and waits until it is ready; returns the time from start to ready. */
    public Duration start(String... javaOptions) {
        launch(javaOptions);
        return awaitReady();
    }

    /** Starts it without waiting. */
    public void launch(String... javaOptions) {
        Process script = script("start", String.join(" ", javaOptions));
        starting = script;
        begun = System.nanoTime();
    }

    /** Waits until the start that {@link #launch} began is ready. */
    public Duration awaitReady() {
        finish(starting, "start", START);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Ends it as a power cut does, and waits until it is dead. */
    public void kill9() {
        pid().flatMap(ProcessHandle::of)
                .ifPresent(
                        process -> {
                            process.destroyForcibly();
                            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                        });
    }

    /** True while its process lives. */
    public boolean isAlive() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Process id from its pid file. */
    public Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(home.resolve("telamon.pid")).strip()));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    /** Stops it cleanly. */
    public void stop() {
        finish(script("stop", ""), "stop", Duration.ofMinutes(2));
    }

    /** Stops it, whatever it takes. */
    @Override
    public void close() {
        if (isAlive()) {
            kill9();
        }
    }

    /** Runs a command of the start script; its output is the process's. */
    Process command(Path project, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(project.resolve("telamon").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        environment(builder, "");
        return builder.start();
    }

    private Process script(String command, String javaOptions) {
        try {
            Files.createDirectories(home);
            Path output = home.resolve("script-" + command + ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(root.resolve("telamon").toString(), command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            environment(builder, javaOptions);
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void environment(ProcessBuilder builder, String javaOptions) {
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment()
                .putAll(
                        Map.of(
                                "TELAMON_HOME", home.toString(),
                                "TELAMON_HTTP_PORT", Integer.toString(http),
                                "TELAMON_SSH_PORT", Integer.toString(ssh),
                                "TELAMON_ARCHIVE_AS_IS", "1",
                                "TELAMON_JAVA_OPTS", javaOptions));
    }

    private void finish(Process script, String command, Duration within) {
        try {
            boolean ended = script.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                script.destroyForcibly();
            }
            if (!ended || script.exitValue() != 0) {
                throw new IllegalStateException(
                        Failure.words(
                                "telamon " + command + (ended ? " failed" : " did not end"),
                                home.resolve("script-" + command + ".out"),
                                home.resolve("logs/telamon.log")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
