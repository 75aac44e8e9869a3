/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.UserNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a user and its tokens. */
@Service
@Requires("user:write")
@Command(scope = "user", name = "remove", description = "Remove a user")
public final class UserRemoveCommand extends ChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the user", required = true)
    @Completion(UserNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected String effect() {
        return "The user " + name + " and its tokens are deleted";
    }

    @Override
    protected String change() {
        ask(
                UserFacade.class,
                (door, me) -> {
                    door.delete(me, door.find(me, name).id());
                    return null;
                });
        return "User " + name + " removed.";
    }
}
