/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider over the wire: client, server and control together. */
class CloudServerTest {
    private final Cloud cloud = Cloud.inMemory(NoteWorld::new);
    private CloudServer server;

    @BeforeEach
    void start() throws IOException {
        server = at(0);
    }

    @AfterEach
    void stop() {
        server.close();
        cloud.close();
    }

    private CloudServer at(int port) throws IOException {
        return CloudServer.start(
                cloud, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private HttpWorld client(String world, Duration timeout) {
        return new HttpWorld(uri().resolve("/w/" + world), "", timeout);
    }

    private static Request create() {
        return Request.of("POST", "/note", Json.object());
    }

    @Test
    void aThousandWorldsAreApart() {
        for (int i = 0; i < 1000; i++) {
            try (HttpWorld client = client("w" + i, Duration.ofSeconds(10))) {
                assertThat(client.send(create()).status()).isEqualTo(201);
            }
        }

        assertThat(cloud.overview()).hasSize(1000);
        assertThat(cloud.world("w7").summary().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void aHundredHangingCallsDoNotKeepOthersWaiting() throws Exception {
        ControlClient control = new ControlClient(uri());
        control.fault("{\"world\":\"hung*\",\"do\":\"hang\",\"ms\":60000,\"times\":-1}");
        List<CompletableFuture<Object>> hanging = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            HttpWorld client = client("hung" + i, Duration.ofSeconds(1));
            hanging.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                try (client) {
                                    return client.send(create());
                                } catch (CallFailed failed) {
                                    return failed.kind();
                                }
                            },
                            work -> new Thread(work).start()));
        }

        try (HttpWorld client = client("quick", Duration.ofSeconds(1))) {
            assertThat(client.send(create()).status()).isEqualTo(201);
        }

        for (CompletableFuture<Object> one : hanging) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(CallFailed.Kind.TIMEOUT);
        }
    }

    @Test
    void aClientGoesOnAfterTheServerCameBack() throws IOException {
        try (HttpWorld client = client("a", Duration.ofSeconds(5))) {
            client.send(create());
            int port = server.port();
            server.close();
            assertThatThrownBy(() -> client.send(create()))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(CallFailed.Kind.REFUSED));
            server = at(port);

            assertThat(client.send(create()).status()).isEqualTo(201);
        }
    }

    @Test
    void aBodyLargerThanTheSocketsBuffersArrives() {
        String text = "x".repeat(8_000_000);
        try (HttpWorld client = client("a", Duration.ofSeconds(20))) {
            Answer answer = client.send(Request.of("POST", "/note", text));

            assertThat(answer.status()).isEqualTo(201);
        }
    }

    @Test
    void controlShowsChangesAndForgets() {
        ControlClient control = new ControlClient(uri());
        try (HttpWorld client = client("a", Duration.ofSeconds(5))) {
            client.send(create());
            client.send(create());
        }

        control.spoil("a", "note", "note-1", "on fire");
        control.vanish("a", "note", "note-2");

        assertThat(control.dump("a").path("note-1").asText()).isEqualTo("on fire");
        assertThat(control.dump("a")).hasSize(1);
        assertThat(control.stats().at("/calls/create~1note").asInt()).isEqualTo(2);
        assertThatThrownBy(() -> control.vanish("a", "note", "note-9")).hasMessageContaining("404");
        control.reset();
        assertThat(cloud.overview()).isEmpty();
    }

    @Test
    void aGateIsArmedAwaitedAndReleasedOverTheWire() throws Exception {
        ControlClient control = new ControlClient(uri());
        String gate = control.gate("{\"verb\":\"create\",\"moment\":\"done\"}");
        CompletableFuture<Answer> call =
                CompletableFuture.supplyAsync(
                        () -> {
                            try (HttpWorld client = client("a", Duration.ofSeconds(20))) {
                                return client.send(create());
                            }
                        });

        int hits = control.awaitGate(gate, 1, Duration.ofSeconds(20)).path("hits").asInt();
        control.release(gate);

        assertThat(hits).isEqualTo(1);
        assertThat(call.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        try (HttpWorld client = client("a", Duration.ofSeconds(5))) {
            assertThat(client.send(Request.of("PATCH", "/note/1")).status()).isEqualTo(405);
            assertThat(client.send(Request.of("GET", "/a/b/c/d")).status()).isEqualTo(404);
        }
    }
}
