/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.TenantNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Changes description and quota; what is not named stays. */
@Service
@Requires("tenant:write")
@Command(scope = "tenant", name = "update", description = "Change a tenant")
public final class TenantUpdateCommand extends TabularCommand<TenantFacade.TenantView> {
    @Argument(index = 0, name = "NAME", description = "Name or id of the tenant", required = true)
    @Completion(TenantNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--description", description = "New text")
    String description = "";

    @Option(name = "--quota", description = "servers=10,vcpus=20,memoryMb=4096,networks=unlimited")
    String quota = "";

    @Override
    protected List<TenantFacade.TenantView> rows() {
        return askOne(TenantFacade.class, this::update);
    }

    @Override
    protected List<Column<TenantFacade.TenantView>> columns() {
        return TenantColumns.ALL;
    }

    private TenantFacade.TenantView update(TenantFacade door, Caller me) {
        var old = door.find(me, name).tenant();
        return door.update(
                me,
                old.id(),
                old.version(),
                description.isEmpty() ? old.description() : description,
                Quotas.of(quota, old.quota()));
    }
}
