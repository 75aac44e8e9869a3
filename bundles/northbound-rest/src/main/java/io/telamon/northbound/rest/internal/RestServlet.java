/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.ErrorMapper;
import io.telamon.northbound.rest.internal.http.Json;
import io.telamon.northbound.rest.internal.http.LimitedRequest;
import io.telamon.northbound.rest.internal.http.Replies;
import io.telamon.northbound.rest.internal.http.SignIn;
import io.telamon.northbound.rest.internal.http.UploadRequest;
import io.telamon.northbound.rest.internal.http.VersionFilter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The REST door: everything on this server that no other servlet or web application answers. CXF
 * finds the resource; what goes wrong leaves as ProblemDetails, unknown paths included. Other doors
 * bring servlets of their own, whose longer paths win.
 */
@Component(
        service = Servlet.class,
        configurationPid = "io.telamon.northbound.rest",
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.name=telamon-rest",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
@Designate(ocd = RestConfig.class)
public final class RestServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Facades facades;
    private final long maxBody;

    /** Serves the facades that are there at the time of a request. */
    @Activate
    public RestServlet(@Reference Facades facades, RestConfig config) {
        this(facades, Limits.of(config));
    }

    /** Serves within {@code limits}. */
    RestServlet(Facades facades, Limits limits) {
        this.facades = facades;
        this.maxBody = limits.maxBody();
    }

    @Override
    protected void loadBus(ServletConfig config) {
        inOwnLoader(
                () -> {
                    super.loadBus(config);
                    JAXRSServerFactoryBean server = new JAXRSServerFactoryBean();
                    server.setBus(getBus());
                    server.setAddress("/");
                    // links lead back to the address that was called, which may not be localhost
                    server.setProperties(Map.of("replace.loopback.address.with.localhost", false));
                    server.setServiceBeans(Resources.all(facades));
                    server.setProviders(
                            List.of(
                                    new JacksonJsonProvider(Json.mapper()),
                                    new ErrorMapper(),
                                    new VersionFilter(),
                                    new CallerFilter(new SignIn(facades))));
                    server.create();
                });
    }

    @Override
    public void service(ServletRequest incoming, ServletResponse outgoing)
            throws ServletException, IOException {
        HttpServletRequest request = (HttpServletRequest) incoming;
        HttpServletResponse response = (HttpServletResponse) outgoing;
        if ("GET".equals(request.getMethod()) && "/".equals(request.getRequestURI())) {
            response.sendRedirect("/portal/");
            return;
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(RestServlet.class.getClassLoader());
        try {
            // not by HttpServlet, which refuses PATCH
            handleRequest(limited(request), response);
        } catch (TelamonException refused) {
            Replies.problem(request, response, refused);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private HttpServletRequest limited(HttpServletRequest request) {
        return isPackage(request)
                ? new UploadRequest(request)
                : new LimitedRequest(request, maxBody);
    }

    /** The catalog has a limit of its own for packages. */
    private static boolean isPackage(HttpServletRequest request) {
        String path = String.valueOf(request.getPathInfo());
        boolean put = "PUT".equals(request.getMethod()) && path.endsWith("_content");
        return put || "POST".equals(request.getMethod()) && path.equals("/api/v1/packages");
    }

    private static void inOwnLoader(Runnable work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(RestServlet.class.getClassLoader());
        try {
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
