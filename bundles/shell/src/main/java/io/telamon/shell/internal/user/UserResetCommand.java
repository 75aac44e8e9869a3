/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.base.Questions;
import io.telamon.shell.internal.names.UserNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives another user a new password and unlocks it. */
@Service
@Requires("user:write")
@Command(scope = "user", name = "reset", description = "Reset a user's password")
public final class UserResetCommand extends ChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the user", required = true)
    @Completion(UserNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--password-stdin", description = "Read the password from standard input")
    boolean pipes = false;

    @Override
    protected String change() throws Exception {
        char[] next = Questions.secret(session(), "new password", pipes);
        ask(
                UserFacade.class,
                (door, me) -> {
                    door.resetPassword(me, door.find(me, name).id(), next);
                    return null;
                });
        return "User " + name + " has a new password and is not locked.";
    }
}
