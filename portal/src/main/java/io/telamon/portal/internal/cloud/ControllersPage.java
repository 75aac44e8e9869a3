/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import com.vaadin.flow.router.Route;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.shell.Shell;

/** All SDN controllers of the tenant, which render forwarding graphs. */
@Route(value = "controllers", layout = Shell.class)
@Needs("sdn:read")
public final class ControllersPage extends AccountsPage {
    /** Builds the page. */
    public ControllersPage() {
        super(AccountKind.CONTROLLER);
    }
}
