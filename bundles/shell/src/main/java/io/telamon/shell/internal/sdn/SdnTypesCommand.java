/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists plug-in types that are installed now. */
@Service
@Requires("sdn:read")
@Command(scope = "sdn", name = "types", description = "List installed SDN plug-in types")
public final class SdnTypesCommand extends TabularCommand<PluginTypeView> {

    @Override
    protected List<PluginTypeView> rows() {
        return ask(AccountFacade.class, (door, me) -> door.types(me)).stream()
                .filter(type -> type.kind() == LaneKind.SDN)
                .toList();
    }

    @Override
    protected List<Column<PluginTypeView>> columns() {
        return List.of(
                Column.of("type", PluginTypeView::type),
                Column.of(
                        "settings",
                        view -> view.fields().stream().map(PluginTypeView.Field::name).toList()));
    }
}
