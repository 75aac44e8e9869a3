/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.nfvo.api.PlanExpander;
import io.telamon.ro.internal.Plans;
import io.telamon.ro.internal.Reaction;
import io.telamon.ro.internal.Rig;
import io.telamon.ro.internal.Settings;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lanes beside each other, plug-ins that come and go, plans that grow, commits that are shared. */
class LedgerLoadTest {
    private final Rig rig = new Rig(Settings.quick().pool(6, 32));

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aPlanWaitsForItsPluginAndGoesOnByItself() {
        rig.plugins.unbind(rig.cloud);
        LaneId lane = rig.account("one");

        OperationId id = rig.start(rig.plan(lane).network("net"));
        Await.until(
                "the lane tells what is missing",
                () ->
                        rig.ledger.statuses().containsKey(lane)
                                && rig.ledger.statuses().get(lane).state().equals("NO_PLUGIN"));
        assertThat(rig.operation(id).state()).isEqualTo(OperationState.PROCESSING);
        assertThat(rig.cloud.calls()).isEmpty();
        rig.plugins.bind(rig.cloud);

        rig.await(id, OperationState.COMPLETED);
    }

    @Test
    void aPluginThatLeavesClosesItsSessionsAndTheNextOneGoesOn() {
        LaneId lane = rig.account("one");
        rig.await(rig.start(rig.plan(lane).network("a")), OperationState.COMPLETED);
        assertThat(rig.cloud.open()).isEqualTo(1);

        rig.plugins.unbind(rig.cloud);
        assertThat(rig.cloud.open()).isZero();
        OperationId id = rig.start(rig.plan(lane).network("b"));
        rig.plugins.bind(rig.cloud);

        rig.await(id, OperationState.COMPLETED);
    }

    @Test
    void hungCallsOfOneLaneDoNotBlockAnother() {
        CountDownLatch never = new CountDownLatch(1);
        List<LaneId> hung = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LaneId lane = rig.account("hung" + i);
            hung.add(lane);
            rig.cloud.on("create", "stuck" + i, new Reaction.Hang(never));
            rig.start(rig.plan(lane).network("stuck" + i).network("more" + i));
        }
        LaneId good = rig.account("good");

        for (int i = 0; i < 20; i++) {
            rig.await(rig.start(rig.plan(good).network("n" + i)), OperationState.COMPLETED);
        }

        assertThat(rig.ledger.statuses().get(good).state()).isEqualTo("OPEN");
        never.countDown();
    }

    @Test
    void severalTimeOutsOpenTheCircuitAndAGoodProbeClosesIt() {
        LaneId lane = rig.account("one");
        Reaction silent = new Reaction.Fail(ErrorCode.VIM_TIMEOUT);
        rig.cloud.on("create", "a", silent);
        rig.cloud.on("find", "*", silent, silent);
        rig.cloud.down("not yet");

        OperationId id = rig.start(rig.plan(lane).network("a"));
        rig.await(id, OperationState.FAILED_TEMP);
        Await.until(
                "the circuit is open",
                () -> rig.ledger.statuses().get(lane).state().equals("CIRCUIT_OPEN"));
        OperationId next = rig.start(rig.plan(lane).network("b"));
        assertThat(rig.task(next, "b").state()).isEqualTo(TaskState.READY);
        rig.cloud.down("");
        rig.await(next, OperationState.COMPLETED);

        assertThat(rig.cloud.calls()).contains("probe one");
        assertThat(rig.ledger.statuses().get(lane).state()).isEqualTo("OPEN");
    }

    @Test
    void aLaneHasNoMoreCallsUnderWayThanItsPermits() {
        LaneId lane = rig.account("one");
        rig.await(warm(lane), OperationState.COMPLETED);
        CountDownLatch end = new CountDownLatch(1);
        Plans plan = rig.plan(lane);
        for (int i = 0; i < 10; i++) {
            rig.cloud.on("create", "n" + i, new Reaction.Hang(end));
            plan.network("n" + i);
        }

        OperationId id = rig.start(plan);
        Await.until("four are out", () -> rig.ledger.statuses().get(lane).running() == 4);
        assertThat(rig.ledger.statuses().get(lane).queued()).isEqualTo(6);
        end.countDown();
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(14);
    }

    @Test
    void manyTasksShareFewCommits() {
        List<LaneId> lanes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lanes.add(rig.account("cloud" + i));
        }
        lanes.forEach(lane -> rig.await(warm(lane), OperationState.COMPLETED));
        List<Plans> plans = new ArrayList<>();
        for (LaneId lane : lanes) {
            Plans plan = rig.plan(lane);
            for (int i = 0; i < 20; i++) {
                plan.network("net" + i);
            }
            plans.add(plan);
        }
        List<OperationId> ids = plans.stream().map(Plans::store).toList();
        int before = rig.store.writes();

        ids.forEach(rig.ledger::wake);
        ids.forEach(id -> rig.await(id, OperationState.COMPLETED));

        assertThat(rig.store.writes() - before).isLessThan(200);
    }

    @Test
    void aNodeGrowsOnceAndIsDoneWithWhatItGrew() {
        LaneId lane = rig.account("one");
        Grower grower = new Grower(rig.plan(lane).network("inner"));
        rig.expansions.bind(grower);
        Plans outer = rig.plan(lane).node("grower").network("after", "grower");
        grower.parent(outer);

        OperationId id = rig.start(outer);
        rig.await(id, OperationState.COMPLETED);

        assertThat(grower.grown).isEqualTo(1);
        assertThat(rig.cloud.calls()).containsSubsequence("create inner", "create after");
    }

    @Test
    void aNodeWhoseExpanderIsAwayWaitsAndSaysSo() {
        LaneId lane = rig.account("one");
        OperationId id = rig.start(rig.plan(lane).node("grower"));
        Await.until(
                "it says so",
                () -> rig.task(id, "grower").status().waitingFor().contains("is being replaced"));

        Grower grower = new Grower(rig.plan(lane).network("inner"));
        rig.expansions.bind(grower);

        rig.await(id, OperationState.COMPLETED);
    }

    @Test
    void aSharedThingThatAnotherPlanMadeMeanwhileIsNotMadeAgain() {
        LaneId lane = rig.account("one");
        CountDownLatch made = new CountDownLatch(1);
        rig.cloud.on("create", "shared", new Reaction.Hang(made));
        Plans first = rig.plan(lane).network("shared");
        OperationId one = rig.start(first);
        Plans second =
                rig.plan(lane)
                        .createKnown(rig.resource(one, "shared"))
                        .afterForeign(first.id("shared"));
        OperationId two = rig.start(second);

        made.countDown();
        rig.await(one, OperationState.COMPLETED);
        rig.await(two, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(1);
        assertThat(rig.cloud.count("create")).isEqualTo(1);
    }

    @Test
    void aStopIsQuickWhileCallsHang() {
        CountDownLatch never = new CountDownLatch(1);
        Rig other = new Rig();
        other.cloud.on("create", "net", new Reaction.Hang(never));
        other.start(other.plan(other.account("one")).network("net"));
        Await.until("the call is out", () -> other.cloud.count("create") == 1);

        long started = System.nanoTime();
        other.close();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
        never.countDown();
    }

    private OperationId warm(LaneId lane) {
        Plans plan = rig.plan(lane).network("w1");
        plan.network("w2", "w1").network("w3", "w2").network("w4", "w3");
        return rig.start(plan);
    }

    /** Grows a plan of one network. */
    private static final class Grower implements PlanExpander {
        private final Plans inner;
        private volatile int grown;

        private Grower(Plans inner) {
            this.inner = inner;
        }

        private void parent(Plans outer) {
            inner.parent(outer.id("grower"));
        }

        @Override
        public String name() {
            return "grower";
        }

        @Override
        public Progress expand(UnitOfWork work, Task node, Operation operation) {
            grown++;
            return new Progress(false, "the inner plan", List.of(inner.write(work)));
        }

        @Override
        public Progress observe(UnitOfWork work, Task node) {
            boolean done =
                    work.operations().unfinished().stream()
                            .allMatch(found -> found.id().equals(node.operation()));
            return new Progress(done, done ? "" : "the inner plan", List.of());
        }
    }
}
