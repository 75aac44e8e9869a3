/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.events;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.Limits;
import io.telamon.northbound.rest.internal.RestConfig;
import io.telamon.northbound.rest.internal.http.Replies;
import io.telamon.northbound.rest.internal.http.SignIn;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The journal as server-sent events at {@code /api/v1/events}: the caller's tenant only, from
 * {@code Last-Event-ID} (or {@code after}, or now) on. No thread waits for a client; one that does
 * not read is cut and may come back with the last id it saw.
 */
@Component(
        service = Servlet.class,
        configurationPid = "io.telamon.northbound.rest",
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/v1/events",
            "osgi.http.whiteboard.servlet.name=telamon-rest-events",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Facades facades;
    private final transient SignIn signIn;
    private final int backlog;
    private final transient Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final transient ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "rest-events-heartbeat");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Starts the heartbeat. */
    @Activate
    public EventsServlet(@Reference Facades facades, RestConfig config) {
        this(facades, Limits.of(config));
    }

    /** Serves within {@code limits}. */
    public EventsServlet(Facades facades, Limits limits) {
        this.facades = facades;
        this.signIn = new SignIn(facades);
        this.backlog = limits.backlog();
        int seconds = limits.heartbeatSeconds();
        heart.scheduleAtFixedRate(
                () -> streams.forEach(EventStream::beat), seconds, seconds, TimeUnit.SECONDS);
    }

    /** Ends all streams; clients come back by themselves. */
    @Deactivate
    public void close() {
        heart.shutdownNow();
        streams.forEach(EventStream::end);
    }

    @Override
    public void destroy() {
        close();
    }

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            if (!"GET".equals(request.getMethod())) {
                response.setHeader("Allow", "GET");
                Replies.problem(
                        response, 405, ErrorCode.INVALID_ARGUMENT, "Events are read with GET");
                return;
            }
            open(request, response);
        } catch (TelamonException refused) {
            Replies.problem(request, response, refused);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller =
                signIn.caller(request.getHeader("Authorization"), request.getHeader(SignIn.TENANT));
        caller.require("ns:read");
        EventFeed feed = facades.get(EventFeed.class);
        long position = position(request, feed);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        EventStream stream =
                new EventStream(async, new EventFormat(request), backlog, streams::remove);
        streams.add(stream);
        async.addListener(stream);
        stream.open(response.getOutputStream());
        stream.follow(() -> feed.follow(caller, position, stream::offer, stream::end));
    }

    private static long position(HttpServletRequest request, EventFeed feed) {
        String last = request.getHeader("Last-Event-ID");
        String from = last == null ? request.getParameter("after") : last;
        if (from == null || from.isBlank()) {
            return feed.position();
        }
        if (!from.strip().matches("\\d{1,18}")) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Last-Event-ID is the id of an event, a number, not %s",
                    from);
        }
        return Long.parseLong(from.strip());
    }
}
