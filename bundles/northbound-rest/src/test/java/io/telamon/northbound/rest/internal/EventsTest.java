/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.TenantId;
import io.telamon.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The event stream: in order, of one tenant, resumable, without harm from slow clients. */
@Timeout(30)
class EventsTest {
    private static final String PATH = "/api/v1/events";
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;

    @BeforeEach
    void start() {
        server = new Server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void newEventsOfTheOwnTenantArrive() throws Exception {
        server.feed.write(server.tenant, "ns", "a", "old");

        try (InputStream body = follow(PATH, "").body()) {
            server.feed.write(new TenantId("foreign"), "ns", "b", "theirs");
            server.feed.write(server.tenant, "ns", "c", "new");

            assertThat(read(body, 1)).singleElement().asString().contains("\"note\":\"new\"");
        }
    }

    @Test
    void aClientGoesOnWhereItStopped() throws Exception {
        for (String note : new String[] {"one", "two", "three"}) {
            server.feed.write(server.tenant, "ns", "a", note);
        }

        try (InputStream body = follow(PATH, "1").body()) {
            List<String> events = read(body, 2);

            assertThat(events.get(0)).contains("two").contains("\"position\":2");
            assertThat(events.get(1)).contains("three");
        }
    }

    @Test
    void aStreamMayBeAboutOneObject() throws Exception {
        server.feed.write(server.tenant, "ns", "a", "one");
        server.feed.write(server.tenant, "ns", "b", "two");
        server.feed.write(server.tenant, "vim", "b", "three");

        try (InputStream body = follow(PATH + "?kind=ns&id=b&after=0", "").body()) {
            assertThat(read(body, 1)).singleElement().asString().contains("two");
        }
    }

    @Test
    void aQuietStreamShowsSignsOfLife() throws Exception {
        try (BufferedReader lines = lines(follow(PATH, "").body())) {
            List<String> seen = new ArrayList<>();
            while (!seen.contains(": ")) {
                seen.add(lines.readLine());
            }

            assertThat(seen).contains("retry: 2000");
        }
    }

    @Test
    void aClientThatLeavesIsForgotten() throws Exception {
        follow(PATH, "").body().close();

        Await.until(
                "the subscription ends",
                () -> {
                    server.feed.write(server.tenant, "ns", "a", "more");
                    return server.feed.followers.isEmpty();
                });
    }

    @Test
    void aClientThatDoesNotReadIsCut() throws Exception {
        URI at = server.uri(PATH);
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.setReceiveBufferSize(1024);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("GET "
                                    + PATH
                                    + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ada-token\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Await.until("it follows", () -> !server.feed.followers.isEmpty());
            String big = "x".repeat(200_000);

            Await.until(
                    "it is cut",
                    () -> {
                        server.feed.write(server.tenant, "ns", "a", big);
                        return server.feed.followers.isEmpty();
                    });
        }
    }

    @Test
    void whenTheFeedCutsTheStreamEnds() throws Exception {
        try (BufferedReader lines = lines(follow(PATH, "").body())) {
            server.feed.cut();

            assertThat(lines.lines().toList()).contains(": telamon");
        }
    }

    @Test
    void whatIsNoPositionIsRefused() {
        Server.Answer answer = server.send(PATH, r -> r.header("Last-Event-ID", "yesterday").GET());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.send("POST", PATH, "{}").status()).isEqualTo(405);
    }

    private HttpResponse<InputStream> follow(String path, String last) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path))
                        .header("Authorization", "Bearer ada-token");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        Await.until("it follows", () -> !server.feed.followers.isEmpty());
        return response;
    }

    private static List<String> read(InputStream body, int count) throws IOException {
        BufferedReader lines = lines(body);
        List<String> events = new ArrayList<>();
        while (events.size() < count) {
            String line = lines.readLine();
            if (line.startsWith("data: ")) {
                events.add(line);
            }
        }
        return events;
    }

    private static BufferedReader lines(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }
}
