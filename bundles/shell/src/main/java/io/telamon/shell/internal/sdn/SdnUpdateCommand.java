/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.account.AccountUpdate;
import io.telamon.shell.internal.names.SdnNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Changes an SDN account; what is not named stays. */
@Service
@Requires("sdn:write")
@Command(scope = "sdn", name = "update", description = "Change an SDN account")
public final class SdnUpdateCommand extends AccountUpdate {
    @Argument(
            index = 0,
            name = "NAME",
            description = "Name or id of the SDN account",
            required = true)
    @Completion(SdnNames.class)
    String name;

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
    protected String account() {
        return name;
    }
}
