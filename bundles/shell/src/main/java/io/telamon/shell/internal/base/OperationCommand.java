/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.northbound.api.OperationView;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Option;

/** A command that starts or steers an operation, and can wait for its end. */
public abstract class OperationCommand extends TabularCommand<OperationView> {
    @Option(name = "--wait", description = "Wait for the end and tell each step")
    boolean wait;

    @Option(name = "--timeout", description = "Seconds to wait at most")
    int timeout = 600;

    @Option(name = "--yes", aliases = "-y", description = "Do not ask")
    boolean yes;

    /** What would happen, for the question; empty when nobody needs to be asked. */
    protected String effect() {
        return "";
    }

    /** Starts it. */
    protected abstract OperationView start();

    @Override
    protected void run() throws Exception {
        checkOutput();
        if (!effect().isEmpty()) {
            Questions.confirm(session(), yes, effect());
        }
        OperationView started = start();
        print(List.of(wait ? await(started) : started));
    }

    @Override
    protected final List<OperationView> rows() {
        throw new UnsupportedOperationException("run prints what start answers");
    }

    @Override
    protected final List<Column<OperationView>> columns() {
        return OperationColumns.ALL;
    }

    private OperationView await(OperationView started) {
        return new Watch(this).untilSettled(started.operation().id(), Duration.ofSeconds(timeout));
    }
}
