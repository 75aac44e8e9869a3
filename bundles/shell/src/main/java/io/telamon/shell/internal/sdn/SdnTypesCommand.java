/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.account.AccountTypes;
import io.telamon.shell.internal.names.PluginTypes;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists SDN plug-in types that are installed now, or the settings of one. */
@Service
@Requires("sdn:read")
@Command(
        scope = "sdn",
        name = "types",
        description = "List installed SDN plug-in types, or the settings of one")
public final class SdnTypesCommand extends AccountTypes {
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
    protected LaneKind kind() {
        return LaneKind.SDN;
    }

    @Override
    protected String type() {
        return type;
    }
}
