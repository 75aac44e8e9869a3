/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists tenants with used and allowed amounts. */
@Service
@Requires("tenant:read")
@Command(scope = "tenant", name = "list", description = "List tenants")
public final class TenantListCommand extends TabularCommand<TenantFacade.TenantView> {

    @Override
    protected List<TenantFacade.TenantView> rows() {
        return ask(TenantFacade.class, (door, me) -> door.list(me));
    }

    @Override
    protected List<Column<TenantFacade.TenantView>> columns() {
        return TenantColumns.ALL;
    }
}
