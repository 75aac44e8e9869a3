/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.nfvo.internal.heal.DriftHealer;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.Page;
import io.telamon.testkit.Await;
import io.telamon.vim.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service's life from end to end: what is recorded is what is there, and at the end nothing. */
class CoreStoryTest {
    private final Core core = new Core();

    @AfterEach
    void stop() {
        core.close();
    }

    private static NsChange.Instantiate up(String drift) {
        return new NsChange.Instantiate(Map.of(), Map.of(), drift);
    }

    private void isEmpty(LaneId lane, String account) {
        assertThat(core.there(account)).isEmpty();
        assertThat(core.recorded(lane)).isEmpty();
        assertThat(core.reserved(lane)).isEqualTo(Quota.zero());
    }

    @Test
    void aServiceIsBornGrowsShrinksAndLeavesNothing() {
        LaneId lane = core.account("one", Map.of("build-ms", "20", "delete-ms", "20"));
        NsInstanceId id = core.service("a", Shop.onboard(core));

        core.change(id, up("report"), OperationState.COMPLETED);
        assertThat(core.there("one", ServerSpec.class)).hasSize(2);
        assertThat(core.services.get(core.ada, id).instance().state())
                .isEqualTo(NsState.INSTANTIATED);
        core.change(id, new NsChange.Scale("1", "grow", 2), OperationState.COMPLETED);
        assertThat(core.there("one", ServerSpec.class)).hasSize(4);
        core.change(id, new NsChange.Scale("1", "grow", -1), OperationState.COMPLETED);
        assertThat(core.there("one", ServerSpec.class)).hasSize(3);
        assertThat(core.janitor.audit(lane)).isEmpty();
        core.change(id, new NsChange.Terminate(), OperationState.COMPLETED);

        isEmpty(lane, "one");
        core.services.delete(core.ada, id);
    }

    @Test
    void aStolenServerIsNoticedAndReplacedAlone() {
        LaneId lane = core.account("one", Map.of());
        NsInstanceId id = core.service("a", Shop.onboard(core));
        core.change(id, up("report"), OperationState.COMPLETED);
        List<String> before = handles();

        core.steal("one", before.get(0));
        assertThat(core.janitor.audit(lane)).hasSize(1);
        core.change(id, new NsChange.Heal("", "", "stolen"), OperationState.COMPLETED);

        assertThat(handles()).hasSize(2).contains(before.get(1)).doesNotContain(before.get(0));
        assertThat(core.janitor.audit(lane)).isEmpty();
        core.change(id, new NsChange.Terminate(), OperationState.COMPLETED);
        isEmpty(lane, "one");
    }

    @Test
    void aServiceThatSaysHealIsHealedByItself() {
        LaneId lane = core.account("one", Map.of());
        NsInstanceId id = core.service("a", Shop.onboard(core));
        core.change(id, up("heal"), OperationState.COMPLETED);

        core.steal("one", handles().get(0));
        core.janitor.audit(lane);
        DriftHealer healer = new DriftHealer(core.store, core.changes);
        Await.until("healed", () -> handles().size() == 2);
        healer.close();

        Await.until(
                "the heal is over",
                () -> core.services.get(core.ada, id).currentOperation() == null);
        core.change(id, new NsChange.Terminate(), OperationState.COMPLETED);
        isEmpty(lane, "one");
    }

    @Test
    void aNestedServiceLivesAndDiesWithTheOuterOneTwice() {
        LaneId lane = core.account("one", Map.of());
        Shop.onboard(core);
        PackageId mall =
                core.catalog.add(
                        core.tenant,
                        Shop.service(
                                "mall",
                                List.of(
                                        new NestedNsMember(
                                                "inner", "shop", Optional.empty(), List.of()))));
        NsInstanceId id = core.service("m", mall);

        for (int life = 0; life < 2; life++) {
            core.change(id, up("report"), OperationState.COMPLETED);
            assertThat(core.there("one", ServerSpec.class)).hasSize(4);
            NsView inner = core.services.find(core.ada, "m.inner");
            assertThat(inner.instance().state()).isEqualTo(NsState.INSTANTIATED);
            core.change(id, new NsChange.Terminate(), OperationState.COMPLETED);
            isEmpty(lane, "one");
        }
        core.services.delete(core.ada, id);
        assertThat(core.services.list(core.ada, Page.Request.first()).items()).isEmpty();
    }

    @Test
    void manyServicesAtOnceShareFlavorsAndLeaveNothing() {
        List<LaneId> lanes = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            lanes.add(core.account(name, Map.of("build-ms", "15", "delete-ms", "15")));
        }
        PackageId shop = Shop.onboard(core);
        List<NsInstanceId> ids = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            ids.add(core.service("s" + i, shop));
        }

        all(ids, i -> new NsChange.Instantiate(where(i), Map.of(), "report"));
        assertThat(core.there("two", ServerSpec.class)).hasSize(12);
        all(ids, i -> new NsChange.Terminate());

        isEmpty(lanes.get(0), "one");
        isEmpty(lanes.get(1), "two");
        isEmpty(lanes.get(2), "three");
    }

    @Test
    void comingAndGoingOnOneFlavorNeverTripsOverEachOther() {
        LaneId lane = core.account("one", Map.of("delete-ms", "10"));
        PackageId shop = Shop.onboard(core);
        NsInstanceId a = core.service("a", shop);
        NsInstanceId b = core.service("b", shop);

        core.change(a, up("report"), OperationState.COMPLETED);
        for (int round = 0; round < 5; round++) {
            OperationId down =
                    core.services.change(core.ada, a, new NsChange.Terminate()).operation().id();
            OperationId up = core.services.change(core.ada, b, up("report")).operation().id();
            core.await(down, OperationState.COMPLETED);
            core.await(up, OperationState.COMPLETED);
            NsInstanceId swap = a;
            a = b;
            b = swap;
        }
        core.change(a, new NsChange.Terminate(), OperationState.COMPLETED);

        isEmpty(lane, "one");
    }

    private Map<String, String> where(int number) {
        return Map.of("*", List.of("one", "two", "three").get(number % 3));
    }

    private void all(List<NsInstanceId> ids, IntFunction<NsChange> change) {
        List<OperationId> started = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            started.add(
                    core.services.change(core.ada, ids.get(i), change.apply(i)).operation().id());
        }
        started.forEach(id -> core.await(id, OperationState.COMPLETED));
    }

    private List<String> handles() {
        return core.there("one", ServerSpec.class).stream().map(Observation::handle).toList();
    }
}
