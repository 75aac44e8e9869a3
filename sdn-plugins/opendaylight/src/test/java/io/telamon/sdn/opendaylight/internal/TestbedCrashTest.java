/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.SdnSession;
import io.telamon.sdn.tck.SdnContract;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever call of a change is lost, before or after its work: repeating it ends well. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no controller: TELAMON_OPENDAYLIGHT does not name the testbed's folder")
class TestbedCrashTest {
    private static final ChainSpec SHARED =
            Specs.oneWay(Specs.fw(0), Specs.nat(0), Specs.hop(1, "tbs0", "tbs0"));
    private static final ChainSpec PLAIN = Specs.oneWay(Specs.nat(0), Specs.fw(1));

    private final RequestToken token = SdnContract.token();
    private Door door;
    private SdnSession session;

    @BeforeAll
    static void prepare() {
        Testbed.prepare();
    }

    @BeforeEach
    void open() throws IOException {
        Testbed.empty();
        door = new Door(Testbed.address());
        session = through(Map.of());
    }

    private SdnSession through(Map<String, String> settings) {
        return new OpenDaylightDriver()
                .open(
                        Testbed.connection(
                                door.address(), Testbed.SECRET, settings, Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        session.close();
        door.close();
        Testbed.empty();
    }

    /** Each patch of a change, refused or lost after it was done. */
    static Stream<Arguments> patches(int count) {
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Arguments.of(i, Door.Fault.answer("PATCH", 503, "maintenance")));
            all.add(Arguments.of(i, Door.Fault.lost("PATCH")));
        }
        return all.stream();
    }

    static Stream<Arguments> twoPatches() {
        return patches(2);
    }

    static Stream<Arguments> threePatches() {
        return patches(3);
    }

    private void fails(int number, Door.Fault fault, Runnable change) {
        door.spoil(number, fault);
        Throwable error = catchThrowable(change::run);
        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.VIM_UNAVAILABLE);
        assertThat(door.isArmed()).isFalse();
    }

    private void isWhole(ChainSpec spec) {
        Handle handle = new Handle(token.value());
        Testbed.until(
                Duration.ofSeconds(10),
                "the chain is ACTIVE",
                () -> session.observe(handle).state() == ResourceState.ACTIVE);
        int positions =
                (int) spec.hops().stream().mapToInt(ChainSpec.Hop::position).distinct().count();
        assertThat(Testbed.chains()).containsExactly(token.value());
        assertThat(Testbed.stored()).hasSize(spec.hops().size() + 1);
        assertThat(Testbed.ofctl("tbsw0", "dump-groups").contains("group_id"))
                .isEqualTo(positions < spec.hops().size());
    }

    private void isNothing() {
        assertThat(Testbed.chains()).isEmpty();
        assertThat(Testbed.stored()).isEmpty();
        Testbed.until(
                Duration.ofSeconds(5), "no flow is left", () -> !Testbed.flows().contains("0x7e1"));
        assertThat(Testbed.ofctl("tbsw0", "dump-groups")).doesNotContain("group_id");
    }

    @ParameterizedTest
    @MethodSource("twoPatches")
    void aCreateThatWasCutShortIsFinishedByTheNextOne(int number, Door.Fault fault) {
        fails(number, fault, () -> session.create(SHARED, token));

        session.create(SHARED, token);

        isWhole(SHARED);
    }

    @ParameterizedTest
    @MethodSource("twoPatches")
    void aCreateThatWasCutShortIsFoundWholeOrRemoved(int number, Door.Fault fault) {
        fails(number, fault, () -> session.create(SHARED, token));

        try (SdnSession later = through(Map.of("settle-seconds", "0"))) {
            if (later.find(token).isPresent()) {
                assertThat(number).isEqualTo(1);
                isWhole(SHARED);
            } else {
                isNothing();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("threePatches")
    void anUpdateThatWasCutShortIsFinishedByTheNextOne(int number, Door.Fault fault) {
        Handle handle = new Handle(session.create(SHARED, token).handle());
        fails(number, fault, () -> session.update(handle, PLAIN));

        assertThat(session.find(token)).isPresent();
        session.update(handle, PLAIN);

        isWhole(PLAIN);
    }

    @ParameterizedTest
    @MethodSource("threePatches")
    void anUpdateThatWasCutShortCanBeTakenBack(int number, Door.Fault fault) {
        Handle handle = new Handle(session.create(SHARED, token).handle());
        fails(number, fault, () -> session.update(handle, PLAIN));

        session.update(handle, SHARED);

        isWhole(SHARED);
    }

    @ParameterizedTest
    @MethodSource("twoPatches")
    void aDeleteThatWasCutShortIsFinishedByTheNextOne(int number, Door.Fault fault) {
        Handle handle = new Handle(session.create(SHARED, token).handle());
        fails(number, fault, () -> session.delete(handle));

        session.delete(handle);

        isNothing();
    }

    @ParameterizedTest
    @MethodSource("twoPatches")
    void whatAnInterruptedCreateLeftIsDeletedByItsHandle(int number, Door.Fault fault) {
        fails(number, fault, () -> session.create(SHARED, token));

        session.delete(new Handle(token.value()));

        isNothing();
    }

    @Test
    void flowsWithoutTheirNoteAreStillDeleted() {
        session.create(PLAIN, token);
        Patch patch = new Patch();
        patch.removeMarker(token.value());
        try (Restconf restconf = Testbed.restconf()) {
            restconf.patch("Steal", patch.edits());
        }

        session.delete(new Handle(token.value()));

        isNothing();
    }

    @Test
    void aChainWhoseFlowsSomebodyRemovedIsMissingAndTheNextCreateBringsItBack() {
        Handle handle = new Handle(session.create(PLAIN, token).handle());

        Testbed.steal(token.value(), false);

        assertThat(session.observe(handle).state()).isEqualTo(ResourceState.MISSING);
        assertThat(session.list()).isEmpty();
        assertThat(session.find(token)).isEmpty();
        session.create(PLAIN, token);
        isWhole(PLAIN);
    }

    @Test
    void anInterruptEndsACallAtOnce() throws InterruptedException {
        AtomicReference<Throwable> error = new AtomicReference<>();
        door.spoil(0, Door.Fault.hang("PATCH"));
        Thread caller =
                new Thread(
                        () -> error.set(catchThrowable(() -> session.create(PLAIN, token))),
                        "caller");
        caller.start();
        Testbed.until(Duration.ofSeconds(4), "the call is under way", () -> !door.isArmed());

        long start = System.nanoTime();
        caller.interrupt();
        caller.join(5_000);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(((TelamonException) error.get()).code()).isEqualTo(ErrorCode.VIM_TIMEOUT);
    }
}
