/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Lists;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists network services. */
@Service
@Requires("ns:read")
@Command(scope = "ns", name = "list", description = "List network services")
public final class NsListCommand extends TabularCommand<NsView> {

    @Override
    protected List<NsView> rows() {
        return ask(NsFacade.class, (door, me) -> Lists.all(page -> door.list(me, page)));
    }

    @Override
    protected List<Column<NsView>> columns() {
        return NsColumns.ALL;
    }
}
