/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.model.TokenId;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.TokenIds;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ends one of one's own API tokens at once. */
@Service
@Command(scope = "user", name = "token-revoke", description = "End an API token")
public final class UserTokenRevokeCommand extends ChangeCommand {
    @Argument(index = 0, name = "ID", description = "Id of the token", required = true)
    @Completion(TokenIds.class)
    String id;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected String change() {
        ask(
                UserFacade.class,
                (door, me) -> {
                    door.revokeToken(me, new TokenId(id));
                    return null;
                });
        return "Token " + id + " revoked.";
    }
}
