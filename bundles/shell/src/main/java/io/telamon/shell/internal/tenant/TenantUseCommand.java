/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Callers;
import io.telamon.shell.internal.base.TelamonCommand;
import io.telamon.shell.internal.names.TenantNames;
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

    @Override
    protected void run() {
        Caller me = Callers.of(session(), name, doors());
        session().put(Callers.TENANT, name);
        session().put("PROMPT", "${USER}@${APPLICATION} [" + name + "]> ");
        say("User %s works in tenant %s as %s.", me.user(), name, me.roles());
    }
}
