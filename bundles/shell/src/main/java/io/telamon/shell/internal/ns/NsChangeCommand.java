/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.model.NsInstanceId;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.OperationCommand;
import io.telamon.shell.internal.names.Preview;
import org.apache.karaf.shell.api.action.Option;

/** A command that changes one service, or with {@code --dry-run} tells what it would do. */
abstract class NsChangeCommand extends OperationCommand {
    @Option(name = "--dry-run", description = "Only tell what would happen")
    boolean dryRun;

    /** The service. */
    abstract String service();

    /** What to do with it. */
    abstract NsChange wish();

    /** What to do when the question was answered; starts the change. */
    @Override
    protected OperationView start() {
        NsInstanceId id = find();
        return ask(NsFacade.class, (door, me) -> door.change(me, id, wish()));
    }

    @Override
    protected void run() throws Exception {
        if (dryRun) {
            checkOutput();
            tell(preview());
        } else {
            super.run();
        }
    }

    PlanPreview preview() {
        NsInstanceId id = find();
        return ask(NsFacade.class, (door, me) -> door.preview(me, id, wish()));
    }

    final NsInstanceId find() {
        return ask(NsFacade.class, (door, me) -> door.find(me, service()).instance().id());
    }

    private void tell(PlanPreview preview) {
        printAs(preview.steps(), Preview.STEPS);
        Preview.notes(preview).forEach(line -> say("%s", line));
        if (!preview.refusals().isEmpty()) {
            throw new CommandFailure(Exit.CONFLICT, String.join("; ", preview.refusals()));
        }
    }
}
