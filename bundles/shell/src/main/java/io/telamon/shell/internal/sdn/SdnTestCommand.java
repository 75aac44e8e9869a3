/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.account.AccountTest;
import io.telamon.shell.internal.names.SdnNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tests the connection of an SDN account step by step. */
@Service
@Requires("sdn:read")
@Command(scope = "sdn", name = "test", description = "Test a connection step by step")
public final class SdnTestCommand extends AccountTest {
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
