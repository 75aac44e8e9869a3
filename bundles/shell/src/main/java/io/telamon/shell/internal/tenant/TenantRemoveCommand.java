/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.TenantNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a tenant that owns nothing. */
@Service
@Requires("tenant:write")
@Command(scope = "tenant", name = "remove", description = "Remove a tenant")
public final class TenantRemoveCommand extends ChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the tenant", required = true)
    @Completion(TenantNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected String effect() {
        return "The tenant " + name + " and tokens for it are deleted";
    }

    @Override
    protected String change() {
        ask(
                TenantFacade.class,
                (door, me) -> {
                    door.delete(me, door.find(me, name).tenant().id());
                    return null;
                });
        return "Tenant " + name + " removed.";
    }
}
