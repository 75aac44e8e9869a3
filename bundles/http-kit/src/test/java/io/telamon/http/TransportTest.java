/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The connections of a session keep their deadline and know whether a change may have happened. */
class TransportTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    private final Transport transport = new Transport(new Trust("", false), SHORT);

    private static Outgoing request(ScriptedServer server, String method) {
        return new Outgoing(
                method, server.address().resolve("/x?y=1"), Map.of(), new byte[0], null);
    }

    private static String text(Incoming answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private CallFailed failure(Outgoing request) {
        long start = System.nanoTime();
        Throwable error = catchThrowable(() -> transport.send(request));
        assertThat(System.nanoTime() - start).isLessThan(SHORT.plusSeconds(1).toNanos());
        assertThat(error).isInstanceOf(CallFailed.class);
        return (CallFailed) error;
    }

    @Test
    void readingsShareAConnectionAndEachChangeGetsANewOne() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            while (talk.request() != null) {
                                talk.answer(200, "", "on " + number);
                            }
                        })) {
            assertThat(text(transport.send(request(server, "GET")))).isEqualTo("on 1");
            assertThat(text(transport.send(request(server, "GET")))).isEqualTo("on 1");
            assertThat(text(transport.send(request(server, "POST")))).isEqualTo("on 2");
            assertThat(text(transport.send(request(server, "DELETE")))).isEqualTo("on 3");
        }
    }

    @Test
    void aReadingThatMeetsAClosingConnectionIsSentOnceMore() throws IOException {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            heads.add(talk.request());
                            talk.answer(200, "", "on " + number);
                            // the second request on the first connection is read and not answered
                            heads.add(number == 1 ? talk.request() : "");
                        })) {
            transport.send(request(server, "GET"));

            assertThat(text(transport.send(request(server, "GET")))).isEqualTo("on 2");
            assertThat(heads.get(0)).startsWith("GET /x?y=1 HTTP/1.1\nHost: localhost:");
        }
    }

    @Test
    void aConnectionThatTheServerEndsIsNotKept() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            while (talk.request() != null) {
                                talk.answer(200, "Connection: close\r\n", "on " + number);
                            }
                        })) {
            transport.send(request(server, "GET"));

            assertThat(text(transport.send(request(server, "GET")))).isEqualTo("on 2");
        }
    }

    @Test
    void chunksInterimAnswersAndEndlessBodiesAreUnderstood() throws IOException {
        List<String> answers =
                List.of(
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n",
                        "HTTP/1.0 200 OK\r\n\r\nabcde",
                        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nabcde");
        for (String answer : answers) {
            try (ScriptedServer server =
                    ScriptedServer.start(
                            (number, talk) -> {
                                talk.request();
                                talk.say(answer);
                            })) {
                assertThat(text(transport.send(request(server, "GET")))).isEqualTo("abcde");
            }
        }
    }

    @Test
    void anAnswerThatEndsTooEarlyIsBroken() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            talk.request();
                            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabcde");
                        })) {
            assertThat(failure(request(server, "POST")).kind()).isEqualTo(CallFailed.Kind.BROKEN);
        }
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadline() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            talk.request();
                            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
                            for (int i = 0; i < 100; i++) {
                                LockSupport.parkNanos(50_000_000);
                                talk.say("x");
                            }
                        })) {
            assertThat(failure(request(server, "GET")).kind()).isEqualTo(CallFailed.Kind.TIMEOUT);
        }
    }

    @Test
    void aLengthThatIsNoneOrFarTooLongIsGarbage() throws IOException {
        for (String length : List.of("many", "-1", "99999999999", "999999999")) {
            try (ScriptedServer server =
                    ScriptedServer.start(
                            (number, talk) -> {
                                talk.request();
                                talk.say(
                                        "HTTP/1.1 200 OK\r\nContent-Length: "
                                                + length
                                                + "\r\n\r\n");
                            })) {
                assertThat(failure(request(server, "GET")).kind())
                        .isEqualTo(CallFailed.Kind.GARBAGE);
            }
        }
    }

    private static Outgoing upload(ScriptedServer server, long size, Content.Source source) {
        return new Outgoing(
                "PUT",
                server.address().resolve("/file"),
                Map.of(),
                new byte[0],
                new Content(source, size));
    }

    @Test
    void contentIsStreamedWithItsLengthOrInChunks() throws IOException {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            heads.add(talk.request());
                            heads.add(talk.body(number == 1 ? 5 : 15));
                            talk.answer(204, "", "");
                        })) {
            Content.Source source = () -> new ByteArrayInputStream("abcde".getBytes());
            transport.send(upload(server, 5, source));
            transport.send(upload(server, -1, source));

            assertThat(heads.get(0)).contains("Content-Length: 5\n");
            assertThat(heads.get(1)).isEqualTo("abcde");
            assertThat(heads.get(2)).contains("Transfer-Encoding: chunked\n");
            assertThat(heads.get(3)).isEqualTo("5\r\nabcde\r\n0\r\n\r\n");
        }
    }

    @Test
    void anUploadThatNobodyReadsEndsAtTheDeadline() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.start((number, talk) -> LockSupport.parkNanos(5_000_000_000L))) {
            CallFailed failed = failure(upload(server, -1, () -> InputStreams.ENDLESS));

            assertThat(failed.kind()).isEqualTo(CallFailed.Kind.TIMEOUT);
        }
    }

    @Test
    void contentThatCannotBeReadIsNotTheCloudsFault() throws IOException {
        try (ScriptedServer server = ScriptedServer.start((number, talk) -> talk.request())) {
            CallFailed failed =
                    failure(
                            upload(
                                    server,
                                    5,
                                    () -> {
                                        throw new IOException("the package is gone");
                                    }));

            assertThat(failed.kind()).isEqualTo(CallFailed.Kind.CONTENT);
            assertThat(failed).hasMessageContaining("the package is gone");
        }
    }

    @Test
    void closingTheSessionEndsACallThatIsUnderWay() throws Exception {
        Transport patient = new Transport(new Trust("", false), Duration.ofSeconds(30));
        try (ScriptedServer server =
                ScriptedServer.start(
                        (number, talk) -> {
                            talk.request();
                            patient.close();
                            talk.request();
                        })) {
            Throwable error = catchThrowable(() -> patient.send(request(server, "GET")));

            assertThat(((CallFailed) error).kind()).isEqualTo(CallFailed.Kind.CLOSED);
        }
    }

    @Test
    void aHeaderThatHoldsALineEndIsRefused() throws IOException {
        try (ScriptedServer server = ScriptedServer.start((number, talk) -> talk.request())) {
            Outgoing request =
                    new Outgoing(
                            "GET",
                            server.address(),
                            Map.of("X-Auth-Token", "a\r\nX-Other: b"),
                            new byte[0],
                            null);

            assertThat(failure(request).kind()).isEqualTo(CallFailed.Kind.ADDRESS);
        }
    }

    /** Streams for tests. */
    private static final class InputStreams {
        static final InputStream ENDLESS =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        return length;
                    }
                };
    }
}
