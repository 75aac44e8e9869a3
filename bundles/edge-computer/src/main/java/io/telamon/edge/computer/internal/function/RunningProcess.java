/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An executable at work. Where the system has {@code setsid} it runs in a session of its own, so
 * that whatever it started dies with it, grandchildren and daemons included.
 */
final class RunningProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int COMPLAINT = 1000;
    private static final int LAST_WORDS = 100;

    private final Process process;
    private final boolean session;
    private final InputStream output;
    // guarded by itself: the end of what the process wrote to its error stream
    private final StringBuilder complaint = new StringBuilder();
    private final Thread errors;
    private volatile IOException writeError;
    private boolean killed;

    private RunningProcess(Process process, boolean session) {
        this.process = process;
        this.session = session;
        this.output = new BufferedInputStream(process.getInputStream(), 1 << 16);
        this.errors = thread("errors", this::drainErrors);
    }

    static RunningProcess start(ProcessFunction.Command command) throws IOException {
        boolean session = Files.isExecutable(SETSID);
        List<String> words = new ArrayList<>(command.words());
        if (session) {
            words.add(0, SETSID.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words);
        if (command.folder() != null) {
            builder.directory(command.folder().toFile());
        }
        builder.environment().putAll(command.environment());
        return new RunningProcess(builder.start(), session);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Writes and goes on when the process took all of it. */
    void write(byte[] bytes) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(bytes);
        input.flush();
    }

    /** Writes on a thread of its own, as the process may answer before it has read all. */
    void writeAllAndClose(byte[] bytes) {
        thread(
                "input",
                () -> {
                    try (OutputStream input = process.getOutputStream()) {
                        input.write(bytes);
                    } catch (IOException e) {
                        // a process need not read all of its input
                        writeError = e;
                    }
                });
    }

    byte[] readLine(int limit) throws IOException, FunctionException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = output.read(); next != '\n'; next = output.read()) {
            if (next < 0) {
                throw new EOFException("it ended without an answer");
            }
            line.write(next);
            check(line.size(), limit);
        }
        return line.toByteArray();
    }

    byte[] readAll(int limit) throws IOException, FunctionException {
        byte[] all = output.readNBytes(limit + 1);
        check(all.length, limit);
        return all;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** What it last wrote to its error stream, as the end of a message. */
    String complaint() {
        try {
            // its last words may still be on their way
            errors.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (complaint) {
            String text = complaint.toString().strip();
            IOException failed = writeError;
            if (text.isEmpty()) {
                return failed == null ? "" : ": " + failed.getMessage();
            }
            return ": " + Texts.brief(text);
        }
    }

    /** Kills the process and what it started. */
    synchronized void kill() {
        if (killed) {
            return;
        }
        killed = true;
        List<ProcessHandle> all = new ArrayList<>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        if (session) {
            killSession();
        }
        for (ProcessHandle each : all) {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        }
    }

    private void killSession() {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -KILL -- -" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // the handles below remain
            writeError = e;
        }
    }

    private void drainErrors() {
        byte[] buffer = new byte[1024];
        try (InputStream errors = process.getErrorStream()) {
            for (int read = errors.read(buffer); read > 0; read = errors.read(buffer)) {
                synchronized (complaint) {
                    complaint.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    complaint.delete(0, Math.max(0, complaint.length() - COMPLAINT));
                }
            }
        } catch (IOException e) {
            // the process is gone
            writeError = e;
        }
    }

    private Thread thread(String what, Runnable work) {
        Thread thread = new Thread(work, "edge-process-" + process.pid() + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void check(int length, int limit) throws FunctionException {
        if (length > limit) {
            throw new FunctionException(
                    Reason.TOO_LARGE, "The output is longer than %d bytes".formatted(limit));
        }
    }
}
