/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.TelamonCommand;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes an API token for oneself in the present tenant; the text is shown once. */
@Service
@Command(scope = "user", name = "token-create", description = "Make an API token")
public final class UserTokenCreateCommand extends TelamonCommand {
    @Argument(index = 0, name = "LABEL", description = "What it is for", required = true)
    String label;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--days", description = "Days it is valid")
    int days = 30;

    @Override
    protected void run() {
        UserFacade.NewToken made =
                ask(
                        UserFacade.class,
                        (door, me) -> door.createToken(me, label, Duration.ofDays(days)));
        out().println(made.text());
        say(
                "Token %s for tenant %s is valid until %s. It is not shown again.",
                made.token().id(), made.token().tenant(), made.token().expires());
    }
}
