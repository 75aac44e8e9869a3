/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import com.vaadin.flow.router.Route;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.shell.Shell;

/** One cloud. */
@Route(value = "clouds/:id", layout = Shell.class)
@Needs("vim:read")
public final class CloudPage extends AccountPage {
    /** Builds the page. */
    public CloudPage() {
        super(AccountKind.CLOUD);
    }
}
