/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against answers that a real server would not give. */
class HttpWorldTest {
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void answerOnce(String text) {
        Thread answerer =
                new Thread(
                        () -> {
                            try (Socket client = server.accept();
                                    OutputStream out = client.getOutputStream()) {
                                client.getInputStream().read(new byte[4096]);
                                out.write(text.getBytes(StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        answerer.setDaemon(true);
        answerer.start();
    }

    private HttpWorld client() {
        URI base = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/w/a");
        return new HttpWorld(base, "secret-1", Duration.ofMillis(500));
    }

    private CallFailed failure() {
        try (HttpWorld client = client()) {
            return catchThrowableOfType(
                    () -> client.send(Request.of("GET", "/note")), CallFailed.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'SSH-2.0-OpenSSH\r\n\r\n', GARBAGE",
        "'HTTP/1.1 abc\r\n\r\n', GARBAGE",
        "'HTTP/1.1 200 OK\r\n\r\n', GARBAGE",
        "'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n', GARBAGE",
        "'HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n', GARBAGE",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab', BROKEN",
        "'HTTP/1.1 200 OK\r\nConte', BROKEN",
        "'', BROKEN"
    })
    void aBrokenAnswerSaysHowItIsBroken(String answer, CallFailed.Kind kind) {
        answerOnce(answer);

        assertThat(failure().kind()).isEqualTo(kind);
    }

    @Test
    void aConnectionTheServerClosesIsNotUsedAgain() {
        try (HttpWorld client = client()) {
            answerOnce("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
            Answer first = client.send(Request.of("GET", "/note"));
            answerOnce("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
            Answer second = client.send(Request.of("GET", "/note"));

            assertThat(first).isEqualTo(new Answer(200, "ok"));
            assertThat(second).isEqualTo(new Answer(404, "no"));
        }
    }

    @Test
    void aNameThatNobodyHasIsRefused() {
        try (HttpWorld client =
                new HttpWorld(
                        URI.create("http://no-such-host.invalid:80/w/a"),
                        "",
                        Duration.ofSeconds(5))) {
            CallFailed failed =
                    catchThrowableOfType(
                            () -> client.send(Request.of("GET", "")), CallFailed.class);

            assertThat(failed.kind()).isEqualTo(CallFailed.Kind.REFUSED);
        }
    }
}
