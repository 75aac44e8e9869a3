/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import com.vaadin.flow.router.Route;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.shell.Shell;

/** One SDN controller. */
@Route(value = "controllers/:id", layout = Shell.class)
@Needs("sdn:read")
public final class ControllerPage extends AccountPage {
    /** Builds the page. */
    public ControllerPage() {
        super(AccountKind.CONTROLLER);
    }
}
