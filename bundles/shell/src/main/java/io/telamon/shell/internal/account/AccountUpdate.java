/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.base.Questions;
import io.telamon.shell.internal.names.Pairs;
import io.telamon.shell.internal.names.PluginTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

/** Changes an account; what is not named stays. */
public abstract class AccountUpdate extends ChangeCommand {
    @Option(name = "--type", description = "New plug-in type")
    @Completion(PluginTypes.class)
    String type = "";

    @Option(name = "--endpoint", description = "New address")
    String endpoint = "";

    @Option(
            name = "--setting",
            description = "key=value to set, may be repeated",
            multiValued = true)
    List<String> settings = List.of();

    @Option(name = "--label", description = "key=value to set, may be repeated", multiValued = true)
    List<String> labels = List.of();

    @Option(name = "--secret", description = "Ask for a new credential, without echo")
    boolean asks = false;

    @Option(name = "--secret-stdin", description = "Read a new credential from standard input")
    boolean pipes = false;

    /** Which accounts. */
    protected abstract LaneKind kind();

    /** Name or id of the account. */
    protected abstract String account();

    @Override
    protected String change() throws Exception {
        String secret =
                asks || pipes ? new String(Questions.secret(session(), "credential", pipes)) : null;
        AccountView old = ask(AccountFacade.class, (door, me) -> door.find(me, kind(), account()));
        AccountDraft draft = draft(old, secret);
        ask(
                AccountFacade.class,
                (door, me) ->
                        door.update(me, old.account().lane(), old.account().version(), draft));
        return kind() + " account " + account() + " changed.";
    }

    private AccountDraft draft(AccountView old, String secret) {
        Map<String, String> allSettings = new HashMap<>(old.account().settings());
        allSettings.putAll(Pairs.of("--setting", settings));
        Map<String, String> allLabels = new HashMap<>(old.account().labels());
        allLabels.putAll(Pairs.of("--label", labels));
        return new AccountDraft(
                kind(),
                old.account().name(),
                type.isEmpty() ? old.account().type() : type,
                endpoint.isEmpty() ? old.account().endpoint() : endpoint,
                allSettings,
                allLabels,
                secret);
    }
}
