/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A function that is an executable. In mode {@code lines} processes are kept and take one call
 * after the other; otherwise each call has its own.
 */
final class ProcessFunction implements PooledRunner.Body, AutoCloseable {
    private final Command command;
    private final Deque<RunningProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /** How calls reach the executable. */
    enum Mode {
        /** The input is what it reads, the output what it writes until its end. */
        RAW,
        /** One JSON document in, one out, then its end. */
        JSON,
        /** One line of JSON in, one out, again and again. */
        LINES
    }

    /**
     * What is started.
     *
     * @param maxOutput bytes that a call may write
     */
    record Command(
            List<String> words,
            Path folder,
            Map<String, String> environment,
            Mode mode,
            int maxOutput) {}

    ProcessFunction(Command command) {
        this.command = command;
    }

    @Override
    public FunctionOutput call(FunctionInput input, Stop stop)
            throws FunctionException, InterruptedException {
        RunningProcess process = begun(input, stop);
        boolean good = false;
        try {
            FunctionOutput output = talk(process, input);
            good = true;
            return output;
        } catch (IOException e) {
            throw broken(input, process, e);
        } finally {
            if (command.mode() != Mode.LINES || !good || !keep(process)) {
                process.kill();
            }
        }
    }

    private static FunctionException broken(
            FunctionInput input, RunningProcess process, IOException why) {
        return new FunctionException(
                Reason.FAILED,
                "%s broke off: %s%s"
                        .formatted(input.function(), why.getMessage(), process.complaint()),
                why);
    }

    /**
     * A process that works on the call. A kept one that died while it waited is replaced: without
     * the end of the line it began nothing.
     */
    private RunningProcess begun(FunctionInput input, Stop stop) throws FunctionException {
        boolean lines = command.mode() == Mode.LINES;
        RunningProcess kept = lines ? kept() : null;
        while (kept != null && told(kept, input, stop) != null) {
            kept.kill();
            kept = kept();
        }
        if (kept != null) {
            return kept;
        }
        RunningProcess fresh = started();
        IOException why = lines ? told(fresh, input, stop) : null;
        if (why != null) {
            FunctionException failure = broken(input, fresh, why);
            fresh.kill();
            throw failure;
        }
        stop.also(fresh::kill);
        return fresh;
    }

    /** Why it did not take the line; null when it did. */
    private static IOException told(RunningProcess process, FunctionInput input, Stop stop) {
        stop.also(process::kill);
        try {
            process.write(FunctionJson.line(input));
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** Kills the processes that wait for calls; those at work are killed by their calls' end. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(RunningProcess::kill);
            idle.clear();
        }
    }

    private FunctionOutput talk(RunningProcess process, FunctionInput input)
            throws IOException, FunctionException, InterruptedException {
        return switch (command.mode()) {
            case LINES -> FunctionJson.read(process.readLine(command.maxOutput()));
            case JSON -> {
                process.writeAllAndClose(FunctionJson.line(input));
                yield FunctionJson.read(ended(process));
            }
            case RAW -> {
                byte[] bytes =
                        input.text().isEmpty()
                                ? input.data()
                                : input.text().getBytes(StandardCharsets.UTF_8);
                process.writeAllAndClose(bytes);
                yield FunctionJson.raw(ended(process));
            }
        };
    }

    private byte[] ended(RunningProcess process)
            throws IOException, FunctionException, InterruptedException {
        byte[] output = process.readAll(command.maxOutput());
        int code = process.exitCode();
        if (code != 0) {
            throw new FunctionException(
                    Reason.FAILED, "Exit code %d%s".formatted(code, process.complaint()));
        }
        return output;
    }

    /** One that waits for a call; null when there is none. */
    private RunningProcess kept() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                RunningProcess process = idle.pop();
                if (process.alive()) {
                    return process;
                }
                process.kill();
            }
        }
        return null;
    }

    private boolean keep(RunningProcess process) {
        synchronized (idle) {
            if (closed || !process.alive()) {
                return false;
            }
            idle.push(process);
            return true;
        }
    }

    private RunningProcess started() throws FunctionException {
        try {
            return RunningProcess.start(command);
        } catch (IOException e) {
            throw new FunctionException(Reason.FAILED, "Cannot start: " + e.getMessage(), e);
        }
    }
}
