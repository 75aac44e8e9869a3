/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.vim;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.account.AccountAdd;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Adds a VIM account; the credential never stands on the command line. */
@Service
@Requires("vim:write")
@Command(scope = "vim", name = "add", description = "Add a VIM account")
public final class VimAddCommand extends AccountAdd {
    @Argument(index = 0, name = "NAME", description = "Name, unique in the tenant", required = true)
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
