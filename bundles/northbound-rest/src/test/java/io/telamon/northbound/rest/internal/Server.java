/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.model.TenantId;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EventFeed;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.northbound.api.UserFacade;
import io.telamon.northbound.rest.internal.docs.DocsServlet;
import io.telamon.northbound.rest.internal.events.EventsServlet;
import io.telamon.security.api.Authenticator;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.NetworkConnector;

/** The door on a real Jetty at a free port, over hand-written facades. */
final class Server implements AutoCloseable {
    static final int LIMIT = 4000;
    private static final Limits LIMITS = new Limits(LIMIT, 20, 1);

    final Facades facades = new Facades();
    final FakeAuthenticator authenticator = new FakeAuthenticator();
    final TenantId tenant = authenticator.tenant;
    final FakeCatalog catalog = new FakeCatalog();
    final FakeInstances instances = new FakeInstances();
    final FakeOperations operations = new FakeOperations(instances);
    final FakeAccounts accounts = new FakeAccounts();
    final FakeInterconnects interconnects = new FakeInterconnects();
    final FakeAdministration administration = new FakeAdministration();
    final FakeFeed feed = new FakeFeed();
    private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();
    private final EventsServlet events = new EventsServlet(facades, LIMITS);
    private final HttpClient client = HttpClient.newHttpClient();

    Server() {
        facades.put(Authenticator.class, authenticator)
                .put(CatalogFacade.class, catalog)
                .put(NsFacade.class, instances)
                .put(OperationFacade.class, operations)
                .put(AccountFacade.class, accounts)
                .put(InterconnectFacade.class, interconnects)
                .put(RoFacade.class, administration)
                .put(EdgeFacade.class, new FakeEdge())
                .put(TenantFacade.class, administration.tenants())
                .put(UserFacade.class, administration.users())
                .put(EventFeed.class, feed);
        try {
            start();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void start() throws Exception {
        var connector = new org.eclipse.jetty.server.ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        serve(context, new RestServlet(facades, LIMITS), "/*");
        serve(context, events, "/api/v1/events");
        for (String path : new String[] {"/api/openapi.json", "/api/docs", "/api/docs/*"}) {
            serve(context, new DocsServlet(), path);
        }
        jetty.setHandler(context);
        jetty.start();
    }

    private static void serve(ServletContextHandler context, Servlet servlet, String path) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, path);
    }

    URI uri(String path) {
        int port = ((NetworkConnector) jetty.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** GET as Ada. */
    Answer get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    /** Another method with a JSON body as Ada. */
    Answer send(String method, String path, String body) {
        return send(
                path,
                request ->
                        request.method(method, HttpRequest.BodyPublishers.ofString(body))
                                .header(
                                        "Content-Type",
                                        "PATCH".equals(method)
                                                ? "application/merge-patch+json"
                                                : "application/json"));
    }

    /** Any request as Ada. */
    Answer send(String path, UnaryOperator<HttpRequest.Builder> how) {
        return raw(path, request -> how.apply(request.header("Authorization", "Bearer ada-token")));
    }

    /** Any request as nobody. */
    Answer raw(String path, UnaryOperator<HttpRequest.Builder> how) {
        HttpRequest request = how.apply(HttpRequest.newBuilder(uri(path))).build();
        try {
            return new Answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        try {
            events.close();
            jetty.stop();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException broken) {
                throw new UncheckedIOException(response.body(), broken);
            }
        }

        /** A text in the answer by JSON pointer. */
        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
