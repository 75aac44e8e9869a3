/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.metrics.internal;

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
 * Shows all meters at {@code /metrics} in Prometheus' text form, without a login, as collectors
 * have none; the container listens on this machine only unless told otherwise.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/metrics",
            "osgi.http.whiteboard.servlet.name=telamon-metrics"
        })
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final transient MicrometerMeters meters;

    /** Asks {@code meters} at each request. */
    @Activate
    public MetricsServlet(@Reference MicrometerMeters meters) {
        this.meters = meters;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = meters.scrape().getBytes(StandardCharsets.UTF_8);
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
