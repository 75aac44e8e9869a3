/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.interconnect;

import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.InterconnectNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one interconnect and which links use it. */
@Service
@Requires("vim:read")
@Command(scope = "interconnect", name = "show", description = "Show an interconnect and its links")
public final class InterconnectShowCommand extends TabularCommand<InterconnectView> {
    @Argument(index = 0, name = "NAME", description = "Name or id", required = true)
    @Completion(InterconnectNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<InterconnectView> rows() {
        return askOne(InterconnectFacade.class, (door, me) -> door.find(me, name));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<InterconnectView>> columns() {
        return InterconnectColumns.ALL;
    }
}
