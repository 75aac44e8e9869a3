/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one network service with members and parameters. */
@Service
@Requires("ns:read")
@Command(scope = "ns", name = "show", description = "Show one network service")
public final class NsShowCommand extends TabularCommand<NsView> {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<NsView> rows() {
        return askOne(NsFacade.class, (door, me) -> door.find(me, name));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<NsView>> columns() {
        return NsColumns.ALL;
    }
}
