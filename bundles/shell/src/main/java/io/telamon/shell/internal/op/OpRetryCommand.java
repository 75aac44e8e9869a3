/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.op;

import io.telamon.model.OperationId;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.OperationCommand;
import io.telamon.shell.internal.names.OperationIds;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets the failed tasks of an operation run again. */
@Service
@Requires("op:operate")
@Command(
        scope = "op",
        name = "retry",
        description = "Let the failed tasks of an operation run again")
public final class OpRetryCommand extends OperationCommand {
    @Argument(index = 0, name = "ID", description = "Id of the operation", required = true)
    @Completion(OperationIds.class)
    String id;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected OperationView start() {
        return ask(OperationFacade.class, (door, me) -> door.retry(me, new OperationId(id)));
    }
}
