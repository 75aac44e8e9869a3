/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.edge;

import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.EdgeFunctionNames;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Calls a function, to try it. */
@Service
@Requires("edge:call")
@Command(scope = "edge", name = "call", description = "Call a function and show its answer")
public final class EdgeCallCommand extends TabularCommand<EdgeResult> {
    @Argument(index = 0, name = "FUNCTION", description = "Name of the function", required = true)
    @Completion(EdgeFunctionNames.class)
    String function;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--input", description = "Text for the function")
    String input = "";

    @Option(name = "--broker", description = "End-point of the broker; any that knows it otherwise")
    String broker = "";

    @Option(name = "--limit", description = "Seconds to wait at most")
    int limit = 10;

    @Override
    protected List<EdgeResult> rows() {
        EdgeCall call = new EdgeCall(function, input, broker, Duration.ofSeconds(limit));
        List<EdgeResult> results = askOne(EdgeFacade.class, (door, me) -> door.call(me, call));
        EdgeResult result = results.get(0);
        if (!result.ok()) {
            throw new CommandFailure(
                    Exit.FAILED,
                    "The function %s gave no answer: %s (broker %s)"
                            .formatted(function, result.result(), result.broker()));
        }
        return results;
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<EdgeResult>> columns() {
        return List.of(
                Column.of("result", EdgeResult::result),
                Column.of("output", EdgeResult::output),
                Column.of("bytes", EdgeResult::bytes),
                Column.of("computer", EdgeResult::computer),
                Column.of("broker", EdgeResult::broker),
                Column.of("work-ms", row -> row.work().toMillis()),
                Column.of("took-ms", row -> row.took().toNanos() / 1_000 / 1_000.0));
    }
}
