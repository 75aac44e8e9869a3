/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.vim;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.account.AccountTest;
import io.telamon.shell.internal.names.VimNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tests the connection of a VIM account step by step. */
@Service
@Requires("vim:read")
@Command(scope = "vim", name = "test", description = "Test a connection step by step")
public final class VimTestCommand extends AccountTest {
    @Argument(
            index = 0,
            name = "NAME",
            description = "Name or id of the VIM account",
            required = true)
    @Completion(VimNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected LaneKind kind() {
        return LaneKind.VIM;
    }

    @Override
    protected String account() {
        return name;
    }
}
