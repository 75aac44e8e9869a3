/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Callers;
import io.telamon.shell.internal.base.TelamonCommand;
import io.telamon.shell.internal.names.TenantNames;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Works in another tenant for the rest of the session; the prompt says so. */
@Service
@Requires("tenant:read")
@Command(scope = "tenant", name = "use", description = "Switch to a tenant")
public final class TenantUseCommand extends TelamonCommand {
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
    protected void run() {
        Caller me = Callers.of(session(), name, doors());
        session().put(Callers.TENANT, name);
        session().put("PROMPT", "${USER}@${APPLICATION} [" + name + "]> ");
        out().printf("User %s works in tenant %s as %s.%n", me.user(), name, roles(me));
    }

    private static String roles(Caller me) {
        return me.roles().stream().map(Role::key).sorted().collect(Collectors.joining(", "));
    }
}
