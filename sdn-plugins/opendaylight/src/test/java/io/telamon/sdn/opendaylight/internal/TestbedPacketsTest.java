/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.tck.SdnContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Real packets pass the functions of a chain, in order, there and back, also after restarts. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no controller: TELAMON_OPENDAYLIGHT does not name the testbed's folder")
class TestbedPacketsTest {
    private static final Map<String, String> SETTINGS = Map.of("exit", "table:10");

    private final RequestToken token = SdnContract.token();
    private OpenDaylightSession session;

    @BeforeAll
    static void prepare() {
        Testbed.prepare();
    }

    @BeforeEach
    void open() {
        Testbed.empty();
        Testbed.forwardByAddress();
        session = Testbed.open(SETTINGS);
    }

    @AfterEach
    void close() {
        session.close();
        Testbed.empty();
    }

    private Handle make(ChainSpec spec) {
        Handle handle = new Handle(session.create(spec, token).handle());
        untilActive(handle);
        return handle;
    }

    private void untilActive(Handle handle) {
        Testbed.until(
                Duration.ofSeconds(40),
                "the chain is ACTIVE",
                () -> session.observe(handle).state() == ResourceState.ACTIVE);
    }

    /** The switch adds up what passed its fast path every half second. */
    private void untilCounted(Handle handle, String name, long packets) {
        Testbed.until(
                Duration.ofSeconds(5),
                packets + " at " + name,
                () -> count(handle, name) == packets);
    }

    private long count(Handle handle, String name) {
        return Long.parseLong(session.observe(handle).attributes().get(name));
    }

    @Test
    void packetsPassEachFunctionThereAndBackAndAreCounted() {
        long fw = Testbed.seenBy("fw");
        long nat = Testbed.seenBy("nat");
        assertThat(Testbed.pings(2)).as("before").isTrue();
        assertThat(Testbed.seenBy("fw")).isEqualTo(fw);

        Handle handle = make(Specs.symmetric(Specs.fw(0), Specs.nat(1)));

        assertThat(Testbed.pings(3)).as("through the chain").isTrue();
        assertThat(Testbed.seenBy("fw") - fw).isEqualTo(6);
        assertThat(Testbed.seenBy("nat") - nat).isEqualTo(6);
        untilCounted(handle, "back-packets/out", 3);
        assertThat(session.observe(handle).attributes())
                .containsEntry("packets/0", "3")
                .containsEntry("packets/1", "3")
                .containsEntry("packets/out", "3")
                .containsEntry("back-packets/1", "3")
                .containsEntry("back-packets/0", "3")
                .containsEntry("bytes/0", "294");

        session.delete(handle);

        Testbed.until(
                Duration.ofSeconds(5), "no flow is left", () -> !Testbed.flows().contains("0x7e1"));
        assertThat(Testbed.pings(2)).as("past the functions").isTrue();
        assertThat(Testbed.seenBy("fw") - fw).isEqualTo(6);
    }

    @Test
    void aFunctionThatStopsStopsTheTrafficAndTheCountersSayWhere() {
        Handle handle = make(Specs.symmetric(Specs.fw(0), Specs.nat(1)));
        Testbed.inside("fw", "ip", "link", "set", "br0", "down");
        try {
            assertThat(Testbed.pings(2)).isFalse();
            untilCounted(handle, "packets/0", 2);
            assertThat(count(handle, "packets/1")).isZero();
        } finally {
            Testbed.inside("fw", "ip", "link", "set", "br0", "up");
        }
        Testbed.until(Duration.ofSeconds(10), "pings pass again", () -> Testbed.pings(1));
    }

    @Test
    void aChangeOfThePathLosesNoPacket() {
        Handle handle = make(Specs.symmetric(Specs.fw(0), Specs.nat(1)));
        CompletableFuture<String> pings =
                CompletableFuture.supplyAsync(
                        () ->
                                Testbed.inside(
                                        "client",
                                        "ping",
                                        "-q",
                                        "-i",
                                        "0.01",
                                        "-c",
                                        "400",
                                        "10.77.0.2"));

        session.update(handle, Specs.symmetric(Specs.nat(0)));
        untilActive(handle);
        long nat = count(handle, "packets/0");
        session.update(handle, Specs.symmetric(Specs.nat(0), Specs.fw(1)));
        session.update(handle, Specs.symmetric(Specs.nat(0)));
        untilActive(handle);

        assertThat(pings.join()).contains(" 0% packet loss");
        assertThat(nat).isPositive();
        assertThat(Testbed.stored(token.value())).hasSize(4);
    }

    @Test
    void functionsOfOnePositionShareTheLoad() {
        Handle handle = make(Specs.oneWay(Specs.fw(0), Specs.nat(0)));
        long before = Testbed.seenBy("fw") + Testbed.seenBy("nat");

        assertThat(Testbed.pings(3)).isTrue();

        assertThat(Testbed.seenBy("fw") + Testbed.seenBy("nat") - before).isEqualTo(3);
        session.update(handle, Specs.oneWay(Specs.nat(0)));
        untilActive(handle);
        long nat = Testbed.seenBy("nat");
        assertThat(Testbed.pings(2)).isTrue();
        assertThat(Testbed.seenBy("nat") - nat).isEqualTo(2);
        assertThat(Testbed.ofctl("tbsw0", "dump-groups")).doesNotContain("group_id");
    }

    @Test
    void aSwitchThatRestartsGetsItsFlowsBack() {
        Handle handle = make(Specs.symmetric(Specs.fw(0), Specs.nat(1)));

        Testbed.restart("switch");
        Testbed.forwardByAddress();

        untilActive(handle);
        long fw = Testbed.seenBy("fw");
        Testbed.until(Duration.ofSeconds(10), "pings pass", () -> Testbed.pings(1));
        assertThat(Testbed.seenBy("fw")).isGreaterThan(fw);
    }

    @Test
    void aControllerThatRestartsKeepsItsChains() {
        Handle handle = make(Specs.symmetric(Specs.fw(0), Specs.nat(1)));

        Testbed.restart("controller");

        assertThat(session.find(token)).map(ChainObservation::handle).contains(handle.value());
        untilActive(handle);
        assertThat(Testbed.pings(2)).isTrue();
        session.delete(handle);
        Testbed.until(
                Duration.ofSeconds(5), "no flow is left", () -> !Testbed.flows().contains("0x7e1"));
    }

    @Test
    void whatAControllerForgotIsMissingAndTheSameCreateBringsItBack() {
        ChainSpec spec = Specs.symmetric(Specs.fw(0), Specs.nat(1));
        Handle handle = make(spec);

        Testbed.restart("controller", "--clean");
        Testbed.prepare();

        assertThat(session.observe(handle).state()).isEqualTo(ResourceState.MISSING);
        Testbed.until(
                Duration.ofSeconds(30),
                "the switch is connected",
                () -> Testbed.isConnected(Testbed.NODE));
        session.create(spec, token);
        untilActive(handle);
        assertThat(Testbed.pings(2)).isTrue();
    }

    /** While a switch goes, the controller may say that it cannot tell just now. */
    private boolean isBroken(Handle handle) {
        try {
            return session.observe(handle).state() == ResourceState.ERROR;
        } catch (TelamonException later) {
            assertThat(later.code().retryable()).as(later.getMessage()).isTrue();
            return false;
        }
    }

    @Test
    void aSwitchThatIsAwayIsNamedAndTheChainIsNotMissing() {
        Handle handle = make(Specs.symmetric(Specs.fw(0)));
        Testbed.vsctl("del-controller", "tbsw0");
        try {
            Testbed.until(Duration.ofSeconds(40), "the chain is in ERROR", () -> isBroken(handle));
            assertThat(session.observe(handle).attributes().get("fault"))
                    .contains("not connected to the controller: openflow:119");
            assertThat(session.list()).map(ChainObservation::handle).contains(handle.value());
        } finally {
            Testbed.connect("tbsw0");
        }
        untilActive(handle);
    }
}
