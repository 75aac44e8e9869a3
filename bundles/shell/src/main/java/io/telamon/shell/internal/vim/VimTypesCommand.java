/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.vim;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.PluginTypes;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists plug-in types that are installed now, or the settings of one. */
@Service
@Requires("vim:read")
@Command(
        scope = "vim",
        name = "types",
        description = "List installed VIM plug-in types, or the settings of one")
public final class VimTypesCommand extends TabularCommand<PluginTypeView> {
    @Argument(index = 0, name = "TYPE", description = "Show the settings of this type")
    @Completion(PluginTypes.class)
    String type = "";

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected void run() throws Exception {
        checkOutput();
        if (type.isEmpty()) {
            print(rows());
            return;
        }
        PluginTypeView one =
                rows().stream()
                        .filter(view -> view.type().equals(type))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                Exit.NOT_FOUND,
                                                "No plug-in of type " + type + " is installed"));
        printAs(one.fields(), settings());
    }

    @Override
    protected List<PluginTypeView> rows() {
        return ask(AccountFacade.class, (door, me) -> door.types(me)).stream()
                .filter(view -> view.kind() == LaneKind.VIM)
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
