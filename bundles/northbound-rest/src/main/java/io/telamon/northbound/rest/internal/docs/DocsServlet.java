/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.docs;

import io.telamon.errors.ErrorCode;
import io.telamon.northbound.rest.internal.http.Replies;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * The description of this door: {@code /api/openapi.json} and a page to read and try it at {@code
 * /api/docs/}. Open to everybody, as it holds no data; everything comes from this bundle.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/openapi.json",
            "osgi.http.whiteboard.servlet.pattern=/api/docs",
            "osgi.http.whiteboard.servlet.pattern=/api/docs/*",
            "osgi.http.whiteboard.servlet.name=telamon-rest-docs"
        })
public final class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=utf-8",
                    "js", "text/javascript;charset=utf-8",
                    "css", "text/css;charset=utf-8",
                    "png", "image/png",
                    "json", "application/json");
    // file in the page's folder: where it is in this bundle
    private static final Map<String, String> FILES =
            Map.of(
                    "", "index.html",
                    "start.js", "start.js",
                    "swagger-ui.css", "swagger-ui.css",
                    "swagger-ui-bundle.js", "swagger-ui-bundle.js",
                    "favicon-32x32.png", "favicon-32x32.png");

    private final String webjar;

    /** Finds the version of the page's library that is in this bundle. */
    public DocsServlet() {
        this.webjar = WEBJAR + Version.ofSwaggerUi() + "/";
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        if (path.endsWith("/api/docs")) {
            response.sendRedirect("docs/");
            return;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String file = path.endsWith("/api/openapi.json") ? name : FILES.get(name);
        try (InputStream in = file == null ? null : open(file)) {
            if (in == null) {
                Replies.problem(response, 404, ErrorCode.NOT_FOUND, "Nothing is at this path");
                return;
            }
            response.setContentType(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
            in.transferTo(response.getOutputStream());
        }
    }

    private InputStream open(String file) {
        InputStream own = DocsServlet.class.getResourceAsStream(file);
        return own != null ? own : DocsServlet.class.getResourceAsStream(webjar + file);
    }
}
