/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;

/**
 * What the page around all views needs: push over WebSocket, falling back to long polling. Requests
 * of the browser stay XHR, so that signing in sees the servlet request.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
public final class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Telamon");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addFavIcon("icon", "data:image/svg+xml," + ICON, "any");
    }

    /** A figure that carries a lintel. */
    private static final String ICON =
            "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Crect width='16' height='16' rx='3' fill='%230f5c6e'/%3E"
                    + "%3Cpath d='M2.5 3h11v2.2h-11zM6.4 6.2h3.2V13H6.4z' fill='white'/%3E%3C/svg%3E";
}
