/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import com.vaadin.flow.router.Route;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.shell.Shell;

/** All clouds of the tenant. */
@Route(value = "clouds", layout = Shell.class)
@Needs("vim:read")
public final class CloudsPage extends AccountsPage {
    /** Builds the page. */
    public CloudsPage() {
        super(AccountKind.CLOUD);
    }
}
