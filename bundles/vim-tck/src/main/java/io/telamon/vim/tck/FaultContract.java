/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the cloud says becomes the right error, once, with the cloud's words. */
public interface FaultContract extends VimContract {
    /** The queue must not hammer a cloud with a wrong password. */
    @Test
    default void wrongCredentialsAreAuthAndNotRetryable() {
        assumeTrue(vim().wrongCredentials().isPresent(), "this cloud takes any credential");
        VimConnection wrong = vim().wrongCredentials().orElseThrow();
        try (VimSession session = vim().driver().open(wrong)) {
            Stage stage = new Stage(vim(), session);

            Throwable error = catchThrowable(() -> stage.network("auth").create(Trial.token()));

            Expect.code(error, ErrorCode.VIM_AUTH);
            assertThat(ErrorCode.VIM_AUTH.retryable()).isFalse();
            assertThat(session.probe().ok()).isFalse();
            assertThat(session.probe().reason()).isNotBlank();
            assertThat(Secrets.of(error, session)).doesNotContain(wrong.secret());
        }
    }

    /** 5xx. */
    @Test
    default void anUnavailableCloudIsRetryable() {
        Expect.code(createWith(Saboteur.Fault.UNAVAILABLE), ErrorCode.VIM_UNAVAILABLE);
        assertThat(ErrorCode.VIM_UNAVAILABLE.retryable()).isTrue();
    }

    /** 429. */
    @Test
    default void aThrottlingCloudIsRetryable() {
        Expect.code(createWith(Saboteur.Fault.THROTTLED), ErrorCode.VIM_THROTTLED);
        assertThat(ErrorCode.VIM_THROTTLED.retryable()).isTrue();
    }

    /** Repeating does not make room. */
    @Test
    default void anExhaustedQuotaIsQuotaAndNotRetryable() {
        Expect.code(createWith(Saboteur.Fault.QUOTA), ErrorCode.VIM_QUOTA);
        assertThat(ErrorCode.VIM_QUOTA.retryable()).isFalse();
    }

    /** The raw text helps whoever looks, but not by the megabyte. */
    @Test
    default void garbageIsUnexpectedWithTheRawTextCut() {
        Throwable error = createWith(Saboteur.Fault.GARBAGE);

        Expect.code(error, ErrorCode.VIM_UNEXPECTED);
        assertThat(error.getMessage().length()).isBetween(2048, 2048 + 300);
    }

    /** No answer at all. */
    @Test
    default void aHangingCallEndsAtItsDeadline() {
        long start = System.nanoTime();

        Throwable error = createWith(Saboteur.Fault.HANG);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Expect.code(error, ErrorCode.VIM_TIMEOUT);
        assertThat(took).isLessThan(vim().connection().callTimeout().plusSeconds(1));
    }

    /** A fault passes; the session does not need to be opened again. */
    @Test
    default void afterAFaultTheSessionWorksOn() {
        createWith(Saboteur.Fault.LOST_ANSWER);
        createWith(Saboteur.Fault.GARBAGE);

        Observation seen = stage().network("after").active();

        assertThat(seen.state()).isEqualTo(ResourceState.ACTIVE);
    }

    private Throwable createWith(Saboteur.Fault fault) {
        assumeTrue(vim().saboteur().isPresent(), "this cloud cannot be made to misbehave");
        Trial<NetworkSpec> trial = stage().network("fault");
        vim().saboteur().orElseThrow().nextCreate("network", fault);
        Throwable error = catchThrowable(() -> trial.create(Trial.token()));
        assertThat(error).as("a create that runs into %s", fault).isNotNull();
        assertThat(Secrets.of(error, session())).doesNotContain(vim().connection().secret());
        return error;
    }

    /** The cloud's words reach the operator. */
    @Test
    default void aBrokenServerShowsErrorAndTheCloudsWords() {
        assumeTrue(vim().saboteur().isPresent(), "this cloud cannot be made to misbehave");
        Trial<ServerSpec> trial = stage().server("broken");
        Handle handle = new Handle(trial.active().handle());

        vim().saboteur().orElseThrow().spoil("server", handle, "the disk is on fire");

        Observation seen = trial.until(handle, ResourceState.ERROR);
        assertThat(seen.fault()).contains("the disk is on fire");
        trial.gone(handle);
    }

    /** Somebody else deleted it. */
    @Test
    default void aThingDeletedBehindOurBackIsMissing() {
        assumeTrue(vim().saboteur().isPresent(), "this cloud cannot be made to misbehave");
        Trial<ServerSpec> trial = stage().server("stolen");
        Handle handle = new Handle(trial.active().handle());

        vim().saboteur().orElseThrow().vanish("server", handle);

        assertThat(trial.operator().observe(handle).state()).isEqualTo(ResourceState.MISSING);
        trial.operator().delete(handle);
    }

    /** Our mistake, and no repetition mends it. */
    @Test
    default void aReferenceToWhatIsNotThereIsRejected() {
        ServerSpec good = stage().server("dangling").spec();
        ServerSpec dangling =
                new ServerSpec(
                        good.name(),
                        good.image(),
                        Value.of("no-such-flavor"),
                        good.interfaces(),
                        good.zone(),
                        good.group(),
                        good.day0());

        assertThatThrownBy(() -> stage().operator(ServerSpec.class).create(dangling, Trial.token()))
                .satisfies(
                        error ->
                                Expect.oneOf(
                                        error, ErrorCode.VIM_REJECTED, ErrorCode.VIM_NOT_FOUND));
    }

    /** Logs and reports hold these texts. */
    @Test
    default void noTextShowsTheSecret() {
        String secret = vim().connection().secret();

        assertThat(secret).hasSizeGreaterThanOrEqualTo(8);
        assertThat(vim().connection().toString()).doesNotContain(secret);
        assertThat(session().toString()).doesNotContain(secret);
        assertThat(session().probe().toString()).doesNotContain(secret);
        assertThat(vim().driver().toString()).doesNotContain(secret);
    }
}
