/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.ResourceView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what a service consists of on the clouds. */
@Service
@Requires("ns:read")
@Command(scope = "ns", name = "resources", description = "List resources of a service")
public final class NsResourcesCommand extends TabularCommand<ResourceView> {
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
    protected List<ResourceView> rows() {
        return ask(
                NsFacade.class,
                (door, me) -> door.resources(me, door.find(me, name).instance().id()));
    }

    @Override
    protected List<Column<ResourceView>> columns() {
        return List.of(
                Column.of("key", view -> view.resource().key()),
                Column.of("kind", view -> view.resource().spec().kind()),
                Column.of("name", view -> view.resource().spec().name()),
                Column.of("account", ResourceView::account),
                Column.of("state", view -> view.resource().state()),
                Column.wide("handle", view -> view.resource().handle()),
                Column.wide("adopted", view -> view.resource().adopted()),
                Column.wide("attributes", view -> view.resource().attributes()),
                Column.wide("id", view -> view.resource().id()));
    }
}
