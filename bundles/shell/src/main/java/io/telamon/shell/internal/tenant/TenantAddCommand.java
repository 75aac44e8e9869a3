/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.model.instance.Quota;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Adds a tenant. */
@Service
@Requires("tenant:write")
@Command(scope = "tenant", name = "add", description = "Add a tenant")
public final class TenantAddCommand extends TabularCommand<TenantFacade.TenantView> {
    @Argument(index = 0, name = "NAME", description = "Name of the new tenant", required = true)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--description", description = "Free text")
    String description = "";

    @Option(name = "--quota", description = "servers=10,vcpus=20,memoryMb=4096,networks=unlimited")
    String quota = "";

    @Override
    protected List<TenantFacade.TenantView> rows() {
        Quota allowed = Quotas.of(quota, Quota.unlimited());
        return askOne(TenantFacade.class, (door, me) -> door.add(me, name, description, allowed));
    }

    @Override
    protected List<Column<TenantFacade.TenantView>> columns() {
        return TenantColumns.ALL;
    }
}
