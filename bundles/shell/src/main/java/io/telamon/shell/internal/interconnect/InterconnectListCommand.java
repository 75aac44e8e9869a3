/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.interconnect;

import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what joins clouds. */
@Service
@Requires("vim:read")
@Command(scope = "interconnect", name = "list", description = "List what joins clouds")
public final class InterconnectListCommand extends TabularCommand<InterconnectView> {
    @Override
    protected List<InterconnectView> rows() {
        return ask(InterconnectFacade.class, InterconnectFacade::list);
    }

    @Override
    protected List<Column<InterconnectView>> columns() {
        return InterconnectColumns.ALL;
    }
}
