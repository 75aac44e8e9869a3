/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.telamon.portal.internal.live.LiveHub;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;

/** Serves the portal; static files come from META-INF/VAADIN/webapp of the class path only. */
@WebServlet(
        urlPatterns = "/*",
        asyncSupported = true,
        loadOnStartup = 1,
        initParams = {
            @WebInitParam(
                    name = "i18n.provider",
                    value = "io.telamon.portal.internal.app.TextProvider"),
            @WebInitParam(name = "closeIdleSessions", value = "true"),
            @WebInitParam(
                    name = InitParameters.SERVLET_PARAMETER_PUSH_SUSPEND_TIMEOUT_LONGPOLLING,
                    value = PortalServlet.LONG_POLL_MILLIS)
        })
public final class PortalServlet extends VaadinServlet {
    /**
     * How long one long poll stays open. Atmosphere can write a push into a poll that is not yet
     * asynchronous and then never ends it (mostly the first one after a start): the poll's own end
     * delivers that push.
     */
    static final String LONG_POLL_MILLIS = "3000";

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration)
            throws ServiceException {
        VaadinServletService service = new BundleService(this, configuration);
        service.init();
        return service;
    }

    @Override
    protected void servletInitialized() throws ServletException {
        super.servletInitialized();
        new SessionGuard().install(getService());
        LiveHub.install(getService());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'");
        if (!SignOut.answered(request, response)) {
            super.service(request, response);
        }
    }

    /** Files under the web root are {@code bundle:} URLs here, which have no NIO file system. */
    private static final class BundleService extends VaadinServletService {
        BundleService(VaadinServlet servlet, DeploymentConfiguration configuration) {
            super(servlet, configuration);
        }

        @Override
        public URL getStaticResource(String path) {
            return null;
        }
    }
}
