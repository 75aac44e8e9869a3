/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.Notice;

/** Says plainly that the person's role does not give this page. */
@Route(value = "forbidden", layout = Shell.class)
public final class ForbiddenPage extends Notice implements HasDynamicTitle {
    /** Builds the page. */
    public ForbiddenPage() {
        super(t("forbidden.title"), t("forbidden.text"));
    }

    @Override
    public String getPageTitle() {
        return t("forbidden.title");
    }
}
