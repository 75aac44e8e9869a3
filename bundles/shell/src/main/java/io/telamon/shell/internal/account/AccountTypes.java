/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;

/** Lists plug-in types that are installed now, or the settings of one. */
public abstract class AccountTypes extends TabularCommand<PluginTypeView> {
    /** Plug-ins of which accounts. */
    protected abstract LaneKind kind();

    /** The type whose settings are shown; empty for the list of types. */
    protected abstract String type();

    @Override
    protected void run() throws Exception {
        checkOutput();
        if (type().isEmpty()) {
            print(rows());
            return;
        }
        PluginTypeView one =
                rows().stream()
                        .filter(view -> view.type().equals(type()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                Exit.NOT_FOUND,
                                                "No plug-in of type " + type() + " is installed"));
        printAs(one.fields(), settings());
    }

    @Override
    protected List<PluginTypeView> rows() {
        return ask(AccountFacade.class, (door, me) -> door.types(me)).stream()
                .filter(view -> view.kind() == kind())
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

    private static List<Column<PluginTypeView.Field>> settings() {
        return List.of(
                Column.of("setting", PluginTypeView.Field::name),
                Column.of("required", PluginTypeView.Field::required),
                Column.of("default", PluginTypeView.Field::defaultValue),
                Column.of("help", PluginTypeView.Field::help));
    }
}
