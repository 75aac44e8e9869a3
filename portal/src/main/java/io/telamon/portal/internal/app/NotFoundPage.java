/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.Notice;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere. */
@ParentLayout(Shell.class)
public final class NotFoundPage extends Notice
        implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    /** Builds the page. */
    public NotFoundPage() {
        super(t("notfound.title"), t("notfound.text"));
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return t("notfound.title");
    }
}
