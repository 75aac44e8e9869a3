/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.op;

import io.telamon.model.OperationId;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.OperationColumns;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.base.Watch;
import io.telamon.shell.internal.names.OperationIds;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Follows an operation to its end. */
@Service
@Requires("op:read")
@Command(scope = "op", name = "watch", description = "Follow an operation")
public final class OpWatchCommand extends TabularCommand<OperationView> {
    @Argument(index = 0, name = "ID", description = "Id of the operation", required = true)
    @Completion(OperationIds.class)
    String id;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--timeout", description = "Seconds to wait at most")
    int timeout = 3600;

    @Override
    protected List<OperationView> rows() {
        return List.of(
                new Watch(this).untilSettled(new OperationId(id), Duration.ofSeconds(timeout)));
    }

    @Override
    protected List<Column<OperationView>> columns() {
        return OperationColumns.ALL;
    }
}
