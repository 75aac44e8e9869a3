/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.shell.internal.base.ChangeCommand;

/** Removes an account that nothing uses. */
public abstract class AccountRemove extends ChangeCommand {
    /** Which accounts. */
    protected abstract LaneKind kind();

    /** Name or id of the account. */
    protected abstract String account();

    @Override
    protected String effect() {
        return "The " + kind() + " account " + account() + " and its credential are forgotten";
    }

    @Override
    protected String change() {
        LaneId lane =
                ask(AccountFacade.class, (door, me) -> door.find(me, kind(), account()))
                        .account()
                        .lane();
        ask(
                AccountFacade.class,
                (door, me) -> {
                    door.delete(me, lane);
                    return null;
                });
        return kind() + " account " + account() + " removed.";
    }
}
