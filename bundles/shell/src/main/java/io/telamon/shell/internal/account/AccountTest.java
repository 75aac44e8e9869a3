/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;

/** Tests the connection of an account step by step; fails when a needed step failed. */
public abstract class AccountTest extends TabularCommand<CheckStepView> {
    /** How steps look. */
    static final List<Column<CheckStepView>> STEPS =
            List.of(
                    Column.of("step", CheckStepView::name),
                    Column.of("outcome", CheckStepView::outcome),
                    Column.of("millis", step -> step.took().toMillis()),
                    Column.of("detail", CheckStepView::detail));

    /** Which accounts. */
    protected abstract LaneKind kind();

    /** Name or id of the account. */
    protected abstract String account();

    @Override
    protected List<CheckStepView> rows() {
        return ask(
                AccountFacade.class,
                (door, me) ->
                        door.check(
                                me, door.find(me, kind(), account()).account().lane(), step -> {}));
    }

    @Override
    protected void run() throws Exception {
        checkOutput();
        List<CheckStepView> steps = rows();
        print(steps);
        if (steps.stream().anyMatch(CheckStepView::failed)) {
            String why = "Account " + account() + " does not work";
            throw new CommandFailure(Exit.FAILED, speaksOnOutput() || isInteractive() ? why : "");
        }
    }

    @Override
    protected List<Column<CheckStepView>> columns() {
        return STEPS;
    }
}
