/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and channels keep strangers out, never share a port and end in good order. */
class ServersTest {
    private static final EndPoint ANY = EndPoint.parse("127.0.0.1:0");
    private static final int LIMIT = Servers.MESSAGE_LIMIT;

    private final Loops loops = new Loops("test", 2);

    @TempDir Path folder;

    @AfterEach
    void close() {
        loops.close();
    }

    private static HealthCheckResponse.ServingStatus ask(Channel channel) {
        return HealthGrpc.newBlockingStub(Channels.within(channel, Duration.ofSeconds(5)))
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus();
    }

    private Status.Code answer(EndPoint to, Guard guard) throws IOException {
        try (Channels channels = new Channels(loops, guard, Runnable::run, LIMIT)) {
            ask(channels.to(to));
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    @Test
    void aPlainServerTellsItsHealth() throws IOException {
        try (Servers.Running server = Servers.at(ANY, loops).start()) {
            assertThat(answer(server.endPoint(), Guard.open())).isEqualTo(Status.Code.OK);
        }
    }

    @Test
    void aPortIsNeverShared() throws IOException {
        try (Servers.Running first = Servers.at(ANY, loops).start()) {
            assertThatThrownBy(() -> Servers.at(first.endPoint(), loops).start())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the port of " + first.endPoint() + " cannot be had");
        }
        try (ServerSocket foreign = new ServerSocket(0)) {
            EndPoint taken = ANY.withPort(foreign.getLocalPort());
            assertThatThrownBy(() -> Servers.at(taken, loops).start())
                    .hasMessageContaining(taken.toString());
        }
    }

    @Test
    void strangersAreKeptOut() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        Certificates.make(ours);
        Certificates.make(theirs);
        Files.writeString(ours.resolve("token"), "secret\n");
        Guard guard = Guard.from(true, Map.of("CERT_DIR", ours.toString()));
        Guard forgetful = Guard.mutual(new Tls(ours, Map.of()), "");
        Guard liar = Guard.mutual(new Tls(ours, Map.of()), "guess");
        Guard stranger = Guard.from(true, Map.of("CERT_DIR", theirs.toString()));

        try (Servers.Running server = Servers.at(ANY, loops).guard(guard).start()) {
            EndPoint to = server.endPoint();
            assertThat(answer(to, guard)).isEqualTo(Status.Code.OK);
            assertThat(answer(to, forgetful)).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(answer(to, liar)).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(answer(to, stranger)).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(answer(to, Guard.open())).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void aCertificateThatNamesARoleOpensItsPortsOnly() throws Exception {
        Certificates.make(folder, "client");
        Guard client = Guard.mutual(new Tls(folder, Map.of()), "");

        assertThat(answerAt(client, "client", "computer")).isEqualTo(Status.Code.OK);
        assertThat(answerAt(client, "controller")).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(answerAt(client)).isEqualTo(Status.Code.OK);
        assertThat(RoleCheck.roles("OU=telamon-client,OU=telamon-computer,O=x"))
                .containsExactly("client", "computer");
        assertThat(RoleCheck.roles("CN=x\\,OU=telamon-controller,OU=sales")).isEmpty();
    }

    @Test
    void aCertificateWithoutARoleOpensAllPorts() throws Exception {
        Certificates.make(folder);

        assertThat(answerAt(Guard.mutual(new Tls(folder, Map.of()), ""), "controller"))
                .isEqualTo(Status.Code.OK);
    }

    private Status.Code answerAt(Guard guard, String... callers) throws IOException {
        try (Servers.Running server =
                Servers.at(ANY, loops).guard(guard).callers(callers).start()) {
            return answer(server.endPoint(), guard);
        }
    }

    @Test
    void aMissingCertificateIsNamed() {
        Guard guard = Guard.mutual(new Tls(folder, Map.of("SERVER_CRT", "mine.crt")), "");

        assertThatThrownBy(() -> Servers.at(ANY, loops).guard(guard).start())
                .hasMessageContaining("mine.crt");
    }

    @Test
    void drainingWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var slow =
                new HealthGrpc.HealthImplBase() {
                    @Override
                    public void check(
                            HealthCheckRequest request, StreamObserver<HealthCheckResponse> out) {
                        inside.countDown();
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        out.onNext(HealthCheckResponse.getDefaultInstance());
                        out.onCompleted();
                    }
                };
        var pool = Executors.newCachedThreadPool();
        Servers.Running server = Servers.at(ANY, loops).service(slow).executor(pool).start();
        try (Channels channels = new Channels(loops, Guard.open(), Runnable::run, LIMIT)) {
            var call = pool.submit(() -> ask(channels.to(server.endPoint())));
            inside.await();
            var drain = pool.submit(() -> server.drain(Duration.ofSeconds(10)));
            go.countDown();

            assertThat(call.get()).isEqualTo(HealthCheckResponse.ServingStatus.UNKNOWN);
            drain.get();
            assertThat(answer(server.endPoint(), Guard.open())).isEqualTo(Status.Code.UNAVAILABLE);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void channelsAreOnePerLoopAndOpenLate() throws Exception {
        try (Channels channels = new Channels(loops, Guard.open(), Runnable::run, LIMIT)) {
            EndPoint nobody = EndPoint.parse("127.0.0.1:1");
            Channels.Row row = channels.open(nobody);

            assertThat(channels.to(nobody)).isSameAs(channels.to(nobody)).isSameAs(row.on(0));
            assertThat(row.on(1)).isNotSameAs(row.on(0)).isSameAs(onLoop(1, channels, nobody));
            assertThat(row.on(1).getState(false)).isEqualTo(ConnectivityState.IDLE);

            channels.drop(nobody);
            assertThatThrownBy(() -> row.on(0)).hasMessageContaining("closed");
            assertThat(channels.to(nobody).isShutdown()).isFalse();
        }
    }

    private Object onLoop(int loop, Channels channels, EndPoint to) throws Exception {
        return loops.loop(loop).submit(() -> (Object) channels.to(to)).get();
    }

    @Test
    void aCallWithoutAnEndGetsOne() throws IOException {
        try (ServerSocket mute = new ServerSocket(0);
                Channels channels = new Channels(loops, Guard.open(), Runnable::run, LIMIT)) {
            Channel channel = channels.to(ANY.withPort(mute.getLocalPort()));
            var stub = HealthGrpc.newBlockingStub(Channels.within(channel, Duration.ofMillis(200)));

            Throwable failed =
                    catchThrowable(() -> stub.check(HealthCheckRequest.getDefaultInstance()));

            assertThat(Status.fromThrowable(failed).getCode())
                    .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        }
    }
}
