/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A provider running as a child process, for tests that kill its clients (or it). It ends with its
 * parent, whatever way that goes.
 */
public final class WorldProcess implements AutoCloseable {
    private static final String GREETING = "listening on ";

    private final Process process;
    private final URI uri;

    private WorldProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Runs a main class from this JVM's class path; {@code arguments} as after {@code serve}. */
    public static WorldProcess fromClassPath(String mainClass, String... arguments)
            throws IOException {
        return start(List.of("-cp", System.getProperty("java.class.path"), mainClass), arguments);
    }

    /** Runs an executable jar; {@code arguments} as after {@code serve}. */
    public static WorldProcess fromJar(Path jar, String... arguments) throws IOException {
        return start(List.of("-jar", jar.toString()), arguments);
    }

    private static WorldProcess start(List<String> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(program);
        command.add("serve");
        command.add("--watch-stdin");
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new WorldProcess(process, greeting(process));
    }

    private static URI greeting(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(GREETING)) {
            process.destroyForcibly();
            throw new IOException("The simulator did not start: " + line);
        }
        return URI.create(line.substring(GREETING.length()));
    }

    /** {@code http://host:port}. */
    public URI uri() {
        return uri;
    }

    /** Endpoint of a world. */
    public String endpoint(String world) {
        return uri + "/w/" + world;
    }

    /** A client of its control API. */
    public ControlClient control() {
        return new ControlClient(uri);
    }

    /** Ends it as {@code kill -9} does, and waits until it is dead. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
