/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import io.telamon.openstack.Testbed;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks off between two calls is completed or leaves nothing, on a real cloud. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no cloud: TELAMON_OPENSTACK does not name a testbed's folder")
class SfcCrashTest {
    private static final List<Kind> KINDS =
            List.of(Kind.CHAIN, Kind.GROUP, Kind.PAIR, Kind.CLASSIFIER);
    private static SfcBed bed;

    private final RequestToken token = new RequestToken("tck-" + UUID.randomUUID());
    private SdnSession session;

    @BeforeAll
    static void boot() {
        bed = new SfcBed();
    }

    @AfterAll
    static void leave() {
        bed.close();
    }

    @BeforeEach
    void open() {
        session =
                new SfcDriver()
                        .open(
                                Connections.to(
                                        bed.bed().keystone(),
                                        Testbed.SECRET,
                                        Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        session.close();
        bed.empty();
    }

    private static ChainSpec chain(String traffic, List<String> ports) {
        List<ChainSpec.Hop> hops = new ArrayList<>();
        for (String port : ports) {
            hops.add(new ChainSpec.Hop(hops.size(), Value.of(port), Value.of(port)));
        }
        Map<String, String> match = Map.of("ip-proto", "6", "destination-port", traffic);
        ChainSpec.Classifier rule =
                new ChainSpec.Classifier("to-" + traffic, Value.of(bed.source()), match);
        return new ChainSpec("crash-" + traffic, hops, List.of(rule), false);
    }

    private static ChainSpec two(String traffic) {
        return chain(traffic, bed.ports().subList(0, 2));
    }

    private static List<Integer> counts() {
        return KINDS.stream().map(kind -> bed.ids(kind).size()).toList();
    }

    private static void nextPost(String path, Map<String, Object> rule) {
        bed.bed().nextRequest("neutron", "POST", path + "$", rule);
    }

    private TelamonException refused(ChainSpec chain) {
        Throwable error = catchThrowable(() -> session.create(chain, token));
        assertThat(error).isInstanceOf(TelamonException.class);
        return (TelamonException) error;
    }

    @ParameterizedTest
    @CsvSource({"port_pairs", "port_pair_groups", "flow_classifiers", "port_chains"})
    void aLostAnswerIsMadeGoodByTheSameCreate(String path) {
        nextPost("/" + path, Map.of("after", true, "drop", true));
        TelamonException error = refused(two("80"));

        ChainObservation made = session.create(two("80"), token);

        assertThat(error.code().retryable()).isTrue();
        assertThat(made.state()).isEqualTo(ResourceState.ACTIVE);
        assertThat(counts()).containsExactly(1, 2, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"port_pairs", "port_pair_groups", "flow_classifiers"})
    void whatAnAbandonedCreateLeftIsGoneAfterFind(String path) {
        nextPost("/" + path, Map.of("after", true, "drop", true));
        refused(two("80"));
        List<Integer> before = counts();

        assertThat(session.find(token)).isEmpty();

        assertThat(before).isNotEqualTo(List.of(0, 0, 0, 0));
        assertThat(counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void theListShowsPartsWithoutChainAndTheirHandleRemovesThem() {
        nextPost("/port_chains", Map.of("status", 503));
        refused(two("80"));

        ChainObservation left = session.list().findFirst().orElseThrow();
        session.delete(new Handle(left.handle()));

        assertThat(left.state()).isEqualTo(ResourceState.ERROR);
        assertThat(left.token()).isEqualTo(token.value());
        assertThat(counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aRefusedChainLeavesNothing() {
        ChainSpec wrong = chain("99999", bed.ports().subList(0, 2));

        TelamonException error = refused(wrong);

        assertThat(error.code()).isEqualTo(ErrorCode.VIM_REJECTED);
        assertThat(error).hasMessageContaining("99999").hasMessageContaining("[req-");
        assertThat(counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        Handle handle = new Handle(session.create(two("80"), token).handle());
        List<String> classifiers = bed.ids(Kind.CLASSIFIER);

        Throwable error =
                catchThrowable(
                        () -> session.update(handle, chain("99999", bed.ports().subList(1, 4))));

        assertThat(error).hasMessageContaining("99999");
        assertThat(counts()).containsExactly(1, 2, 2, 1);
        assertThat(bed.ids(Kind.CLASSIFIER)).isEqualTo(classifiers);
        assertThat(session.observe(handle).state()).isEqualTo(ResourceState.ACTIVE);
    }

    @Test
    void aPortWithoutServerIsWaitedFor() {
        String loose = bed.loosePort();
        try {
            TelamonException error = refused(chain("80", List.of(bed.ports().get(0), loose)));

            assertThat(error.code()).isEqualTo(ErrorCode.VIM_UNAVAILABLE);
            assertThat(error).hasMessageContaining(loose).hasMessageContaining("waiting");
        } finally {
            session.find(token);
            bed.rest().delete("network", "/v2.0/ports/" + loose);
        }
    }

    @Test
    void chainsThatShareFunctionsAreRemovedInAnyOrder() {
        RequestToken other = new RequestToken("tck-" + UUID.randomUUID());
        Handle first = new Handle(session.create(two("80"), token).handle());
        List<String> ports = List.of(bed.ports().get(1), bed.ports().get(2));
        Handle second = new Handle(session.create(chain("81", ports), other).handle());
        List<Integer> both = counts();

        session.delete(first);
        List<Integer> one = counts();
        boolean sound = session.observe(second).state() == ResourceState.ACTIVE;
        session.delete(second);

        assertThat(both).containsExactly(2, 3, 3, 2);
        assertThat(one).containsExactly(1, 2, 2, 1);
        assertThat(sound).isTrue();
        assertThat(counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aDeletionThatBreaksOffIsFinishedByItsRepetition() {
        RequestToken other = new RequestToken("tck-" + UUID.randomUUID());
        Handle first = new Handle(session.create(two("80"), token).handle());
        List<String> ports = List.of(bed.ports().get(1), bed.ports().get(2));
        Handle second = new Handle(session.create(chain("81", ports), other).handle());
        session.delete(first);
        bed.bed()
                .nextRequest(
                        "neutron",
                        "DELETE",
                        "/port_chains/[^/]+$",
                        Map.of("after", true, "drop", true));

        Throwable broken = catchThrowable(() -> session.delete(second));
        List<Integer> between = counts();
        session.delete(second);

        assertThat(broken).isInstanceOf(TelamonException.class);
        assertThat(between).containsExactly(0, 2, 2, 1);
        assertThat(counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aChainThatContradictsAnotherIsRefusedWithItsName() {
        session.create(two("80"), token);
        List<ChainSpec.Hop> hops = new ArrayList<>();
        for (String port : bed.ports().subList(0, 2)) {
            hops.add(new ChainSpec.Hop(0, Value.of(port), Value.of(port)));
        }
        ChainSpec balanced = new ChainSpec("other", hops, two("81").classifiers(), false);
        RequestToken other = new RequestToken("tck-" + UUID.randomUUID());

        Throwable contradiction = catchThrowable(() -> session.create(balanced, other));
        Throwable twin = catchThrowable(() -> session.create(two("82"), other));

        assertThat(contradiction)
                .hasMessageContaining("crash-80")
                .hasMessageContaining("one group");
        assertThat(twin).hasMessageContaining("one chain for a sequence of functions");
        assertThat(counts()).containsExactly(1, 2, 2, 1);
    }

    @Test
    void aSourcePortIsNarrowedToItsAddressAndOverlapsAreExplained() {
        session.create(two("80"), token);
        String address = "10.98.0.";
        ChainSpec.Classifier any =
                new ChainSpec.Classifier("any", Value.of(bed.source()), Map.of("ip-proto", "6"));
        ChainSpec wide =
                new ChainSpec(
                        "wide", chain("81", bed.ports().subList(2, 4)).hops(), List.of(any), false);

        Throwable overlap =
                catchThrowable(
                        () -> session.create(wide, new RequestToken("tck-" + UUID.randomUUID())));

        String prefix = bed.all(Kind.CLASSIFIER).at("/0/source_ip_prefix").asText();
        assertThat(prefix).startsWith(address).endsWith("/32");
        assertThat(overlap).hasMessageContaining("conflicts with").hasMessageContaining("narrow");
        assertThat(counts()).containsExactly(1, 2, 2, 1);
    }

    @Test
    void anUpdateThatBreaksOffIsFinishedByItsRepetition() {
        Handle handle = new Handle(session.create(two("80"), token).handle());
        ChainSpec longer = chain("81", bed.ports());
        bed.bed()
                .nextRequest(
                        "neutron",
                        "PUT",
                        "/port_chains/[^/]+$",
                        Map.of("after", true, "drop", true));

        Throwable broken = catchThrowable(() -> session.update(handle, longer));
        ChainObservation done = session.update(handle, longer);

        assertThat(broken).isInstanceOf(TelamonException.class);
        assertThat(done.attributes()).containsEntry("hops", "4").containsEntry("classifiers", "1");
        assertThat(counts()).containsExactly(1, 4, 4, 1);
    }

    @Test
    void theCheckNamesEveryPart() {
        List<String> steps = new ArrayList<>();
        session.check(step -> steps.add(step.name() + " " + step.outcome()));

        assertThat(steps)
                .containsExactly(
                        "identity OK", "network OK", "sfc OK", "classifier OK", "chains OK");
    }
}
