/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;

/** Tries an account step by step. */
public abstract class AccountProbe extends TabularCommand<AccountFacade.ProbeStep> {
    /** Which accounts. */
    protected abstract LaneKind kind();

    /** Name or id of the account. */
    protected abstract String account();

    @Override
    protected List<AccountFacade.ProbeStep> rows() {
        return ask(
                AccountFacade.class,
                (door, me) -> door.probe(me, door.find(me, kind(), account()).account().lane()));
    }

    @Override
    protected void run() throws Exception {
        checkOutput();
        List<AccountFacade.ProbeStep> steps = rows();
        print(steps);
        if (steps.stream().anyMatch(step -> !step.ok())) {
            throw new CommandFailure(Exit.FAILED, "Account " + account() + " does not work");
        }
    }

    @Override
    protected List<Column<AccountFacade.ProbeStep>> columns() {
        return List.of(
                Column.of("step", AccountFacade.ProbeStep::name),
                Column.of("ok", AccountFacade.ProbeStep::ok),
                Column.of("detail", AccountFacade.ProbeStep::detail));
    }
}
