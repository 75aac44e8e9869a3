/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.Questions;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Accounts;
import io.telamon.shell.internal.names.Pairs;
import io.telamon.shell.internal.names.PluginTypes;
import java.util.List;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

/** Adds an account; the credential never stands on the command line. */
public abstract class AccountAdd extends TabularCommand<AccountView> {
    @Option(name = "--type", description = "Plug-in type")
    @Completion(PluginTypes.class)
    String type = "";

    @Option(name = "--endpoint", description = "Address as the plug-in understands it")
    String endpoint = "";

    @Option(name = "--setting", description = "key=value, may be repeated", multiValued = true)
    List<String> settings = List.of();

    @Option(
            name = "--label",
            description = "key=value for placement, may be repeated",
            multiValued = true)
    List<String> labels = List.of();

    @Option(name = "--secret", description = "Ask for the credential, without echo")
    boolean asks = false;

    @Option(name = "--secret-stdin", description = "Read the credential from standard input")
    boolean pipes = false;

    @Option(name = "--test", description = "Test the connection first; add only when it works")
    boolean tests = false;

    private String secret = "";

    /** Which accounts. */
    protected abstract LaneKind kind();

    /** Name or id of the account. */
    protected abstract String account();

    @Override
    protected void run() throws Exception {
        if (asks || pipes) {
            secret = new String(Questions.secret(session(), "credential", pipes));
        }
        super.run();
    }

    @Override
    protected List<AccountView> rows() {
        AccountDraft draft =
                new AccountDraft(
                        kind(),
                        account(),
                        needed("--type", type),
                        endpoint,
                        Pairs.of("--setting", settings),
                        Pairs.of("--label", labels),
                        secret);
        if (tests) {
            test(draft);
        }
        return askOne(AccountFacade.class, (door, me) -> door.add(me, draft));
    }

    private void test(AccountDraft draft) {
        List<CheckStepView> steps =
                ask(AccountFacade.class, (door, me) -> door.check(me, draft, step -> {}));
        if (steps.stream().anyMatch(CheckStepView::failed)) {
            printAs(steps, AccountTest.STEPS);
            throw new CommandFailure(
                    Exit.FAILED, "Account " + account() + " does not work and was not added");
        }
    }

    @Override
    protected List<Column<AccountView>> columns() {
        return Accounts.COLUMNS;
    }
}
