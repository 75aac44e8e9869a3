/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers {@code /health/live} (the process serves requests) and {@code /health/ready} (every check
 * holds; 503 until then, with the reasons) without a login, as probes cannot log in.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/health/live",
            "osgi.http.whiteboard.servlet.pattern=/health/ready",
            "osgi.http.whiteboard.servlet.name=telamon-health"
        })
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HealthChecks checks;

    /** Asks {@code checks} anew at each request. */
    @Activate
    public HealthServlet(@Reference HealthChecks checks) {
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HealthReport report = checks.report();
        boolean live = request.getServletPath().endsWith("/live");
        byte[] body = (live ? "{\"live\":true}" : report.toJson()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(
                live || report.ready()
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        if (!live && !report.ready()) {
            response.setHeader("Retry-After", "1");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
