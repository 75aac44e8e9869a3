/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the controller says becomes the right error, once, with its words and without secrets. */
public interface SdnFaultContract extends SdnContract {
    /** The queue must not hammer a controller with a wrong password. */
    @Test
    default void wrongCredentialsAreAuth() {
        assumeTrue(sdn().wrongCredentials().isPresent(), "this controller takes any credential");
        expectFrom(sdn().wrongCredentials().orElseThrow(), ErrorCode.VIM_AUTH);
    }

    /** Nobody is there. */
    @Test
    default void aRefusedConnectionIsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assumeTrue(sdn().connectionTo(port).isPresent(), "this plug-in does not use the network");
        expectFrom(sdn().connectionTo(port).orElseThrow(), ErrorCode.VIM_UNAVAILABLE);
    }

    /** Somebody is there and says nothing: a listener takes connections before it accepts them. */
    @Test
    default void aSilentServerIsATimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            assumeTrue(
                    sdn().connectionTo(port).isPresent(), "this plug-in does not use the network");
            expectFrom(sdn().connectionTo(port).orElseThrow(), ErrorCode.VIM_TIMEOUT);
        }
    }

    private void expectFrom(SdnConnection connection, ErrorCode code) {
        try (SdnSession session = sdn().driver().open(connection)) {
            long start = System.nanoTime();
            Throwable error = catchThrowable(() -> session.create(chain(), SdnContract.token()));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            expect(error, code);
            assertThat(took).isLessThan(connection.callTimeout().plusSeconds(1));
            assertThat(session.probe()).isPresent();
            assertThat(error.toString() + session + session.probe() + connection)
                    .doesNotContain(SdnContract.secret(connection));
        }
    }

    /** 5xx, 429, garbage, silence. */
    @Test
    default void eachFaultHasItsCode() {
        expect(createWith(SdnUnderTest.Fault.UNAVAILABLE, 0), ErrorCode.VIM_UNAVAILABLE);
        expect(createWith(SdnUnderTest.Fault.THROTTLED, 1), ErrorCode.VIM_THROTTLED);
        expect(createWith(SdnUnderTest.Fault.HANG, 2), ErrorCode.VIM_TIMEOUT);
        Throwable garbage = createWith(SdnUnderTest.Fault.GARBAGE, 3);
        expect(garbage, ErrorCode.VIM_UNEXPECTED);
        assertThat(garbage.getMessage().length()).isBetween(2048, 2048 + 300);
        assertThat(sdn().peekCount()).isZero();
    }

    /** The answer never came, the chain is there. */
    @Test
    default void aCreateWhoseAnswerWasLostIsFound() {
        Saboteur.of(this).nextCreate(SdnUnderTest.Fault.LOST_ANSWER);
        RequestToken token = SdnContract.token();

        Throwable error = catchThrowable(() -> session().create(chain(), token));

        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code().retryable()).isTrue();
        assertThat(session().find(token)).isPresent();
    }

    /** Drift is seen. */
    @Test
    default void brokenAndStolenChainsAreSeen() {
        SdnUnderTest.Saboteur saboteur = Saboteur.of(this);
        Handle broken = new Handle(session().create(chain(0), SdnContract.token()).handle());
        Handle stolen = new Handle(session().create(chain(1), SdnContract.token()).handle());

        String words = saboteur.spoil(broken);
        saboteur.vanish(stolen);

        assertThat(session().observe(broken).state()).isEqualTo(ResourceState.ERROR);
        assertThat(session().observe(broken).attributes().get("fault")).contains(words);
        assertThat(session().observe(stolen).state()).isEqualTo(ResourceState.MISSING);
    }

    /** Our mistake, and no repetition mends it. */
    @Test
    default void aChainWithoutHopsIsRejected() {
        ChainSpec empty = new ChainSpec("empty", List.of(), List.of(), false);

        Throwable error = catchThrowable(() -> session().create(empty, SdnContract.token()));

        expect(error, ErrorCode.VIM_REJECTED);
    }

    private Throwable createWith(SdnUnderTest.Fault fault, int number) {
        Saboteur.of(this).nextCreate(fault);
        return catchThrowable(() -> session().create(chain(number), SdnContract.token()));
    }

    private static void expect(Throwable error, ErrorCode code) {
        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code()).as(error.getMessage()).isEqualTo(code);
    }

    /** Finds the saboteur or skips the test. */
    final class Saboteur {
        private Saboteur() {}

        static SdnUnderTest.Saboteur of(SdnContract contract) {
            assumeTrue(
                    contract.sdn().saboteur().isPresent(),
                    "this controller cannot be made to misbehave");
            return contract.sdn().saboteur().orElseThrow();
        }
    }
}
