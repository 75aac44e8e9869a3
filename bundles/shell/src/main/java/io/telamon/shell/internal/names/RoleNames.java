/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Roles. */
@Service
public final class RoleNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return Arrays.stream(Role.values()).map(Role::key).toList();
    }
}
