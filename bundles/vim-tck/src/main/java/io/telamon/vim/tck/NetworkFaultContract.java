/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A network that fails in every way; the plug-in keeps its deadline and says what happened. */
public interface NetworkFaultContract extends VimContract {
    /** Nobody is there. */
    @Test
    default void aRefusedConnectionIsUnavailable() throws IOException {
        int port = RudeServer.deadPort();

        Expect.code(callAt(port), ErrorCode.VIM_UNAVAILABLE);
    }

    /** Somebody is there and says nothing. */
    @Test
    default void aSilentServerIsATimeoutAtTheDeadline() throws IOException {
        try (RudeServer server = RudeServer.start(RudeServer.Manners.SILENT)) {
            Expect.code(callAt(server.port()), ErrorCode.VIM_TIMEOUT);
        }
    }

    /** The deadline is for the call, not for each byte. */
    @Test
    default void aDrippingServerIsATimeoutAtTheDeadline() throws IOException {
        try (RudeServer server = RudeServer.start(RudeServer.Manners.DRIPPING)) {
            Expect.code(callAt(server.port()), ErrorCode.VIM_TIMEOUT);
        }
    }

    /** The line goes dead. */
    @Test
    default void aConnectionThatIsCutIsUnavailable() throws IOException {
        try (RudeServer server = RudeServer.start(RudeServer.Manners.HANGING_UP)) {
            Expect.code(callAt(server.port()), ErrorCode.VIM_UNAVAILABLE);
        }
    }

    /** Something else lives at that address. */
    @Test
    default void anotherProtocolIsUnexpected() throws IOException {
        try (RudeServer server = RudeServer.start(RudeServer.Manners.BABBLING)) {
            Expect.code(callAt(server.port()), ErrorCode.VIM_UNEXPECTED);
        }
    }

    /** A person waits for this one. */
    @Test
    default void theProbeOfADeadAccountSaysWhyAndDoesNotThrow() throws IOException {
        try (VimSession session = vim().driver().open(to(RudeServer.deadPort()))) {
            assertThat(session.probe().ok()).isFalse();
            assertThat(session.probe().reason()).isNotBlank();
        }
    }

    /** Sessions are opened while other things wait. */
    @Test
    default void openingDoesNoInputOrOutput() throws IOException {
        try (RudeServer server = RudeServer.start(RudeServer.Manners.SILENT)) {
            long start = System.nanoTime();

            vim().driver().open(to(server.port())).close();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(500));
            assertThat(server.connections()).isZero();
        }
    }

    private VimConnection to(int port) {
        assumeTrue(vim().connectionTo(port).isPresent(), "this plug-in does not use the network");
        return vim().connectionTo(port).orElseThrow();
    }

    private Throwable callAt(int port) {
        VimConnection connection = to(port);
        try (VimSession session = vim().driver().open(connection)) {
            long start = System.nanoTime();
            Throwable error =
                    catchThrowable(
                            () -> new Stage(vim(), session).network("n").create(Trial.token()));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).isLessThan(connection.callTimeout().plusSeconds(1));
            assertThat(error).isNotNull();
            assertThat(Secrets.of(error, session)).doesNotContain(connection.secret());
            return error;
        }
    }
}
