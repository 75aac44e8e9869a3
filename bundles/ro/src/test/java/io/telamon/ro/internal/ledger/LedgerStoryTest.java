/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.Plans;
import io.telamon.ro.internal.Reaction;
import io.telamon.ro.internal.Rig;
import io.telamon.testkit.JournalProbe;
import io.telamon.testkit.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans as they go well, and what a person can decide when they do not. */
class LedgerStoryTest {
    private final Rig rig = new Rig();
    private final LaneId lane = rig.account("one");

    @AfterEach
    void stop() {
        rig.close();
    }

    private Plans netAndServer() {
        return rig.plan(lane).network("net").create("server", Plans.server("server", "net"), "net");
    }

    @Test
    void aPlanRunsInOrderAndItsReferencesAreResolved() {
        Plans plan = netAndServer();

        OperationId id = rig.start(plan);
        rig.await(id, OperationState.COMPLETED);

        Resource net = rig.resource(id, "net");
        ServerSpec sent =
                (ServerSpec)
                        rig.cloud.things().stream()
                                .filter(thing -> thing.spec() instanceof ServerSpec)
                                .findFirst()
                                .orElseThrow()
                                .spec();
        assertThat(sent.interfaces().get(0).network().text()).isEqualTo(net.handle());
        assertThat(rig.cloud.calls()).containsSubsequence("create net", "create server");
        assertThat(rig.resource(id, "server"))
                .returns(ResourceState.ACTIVE, Resource::state)
                .returns(
                        "port-" + rig.resource(id, "server").handle(),
                        thing -> thing.attribute("port/eth0"));
    }

    @Test
    void theInstanceFollowsItsOperation() {
        Plans plan = netAndServer();

        OperationId id = rig.start(plan);
        rig.await(id, OperationState.COMPLETED);

        NsInstance instance =
                rig.store.read(work -> work.instances().find(plan.instance())).orElseThrow();
        assertThat(instance.state()).isEqualTo(NsState.INSTANTIATED);
        assertThat(instance.stamps().currentOperation()).isNull();
    }

    @Test
    void eachTryIsKeptWithItsOutcome() {
        rig.cloud.on("create", "net", new Reaction.Fail(ErrorCode.VIM_THROTTLED));

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, OperationState.COMPLETED);

        TaskId task = rig.task(id, "net").id();
        List<Attempt> tries = rig.store.read(work -> work.tasks().attempts(task));
        assertThat(tries).extracting(Attempt::outcome).containsExactly("failed", "done");
        assertThat(tries).extracting(Attempt::ended).doesNotContainNull();
        assertThat(tries.get(0).problem().code()).isEqualTo(ErrorCode.VIM_THROTTLED);
    }

    @Test
    void aPartnerThatNamesATimeIsLeftAloneUntilThen() {
        Duration pause = Duration.ofMillis(700);
        rig.cloud.on("create", "net", new Reaction.Fail(ErrorCode.VIM_THROTTLED, pause));

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, OperationState.COMPLETED);

        TaskId task = rig.task(id, "net").id();
        List<Attempt> tries = rig.store.read(work -> work.tasks().attempts(task));
        assertThat(Duration.between(tries.get(0).ended(), tries.get(1).started()))
                .isGreaterThanOrEqualTo(pause);
    }

    @Test
    void eachObjectTellsRisingVersionsInTheJournal() {
        JournalProbe journal = new JournalProbe(rig.store);
        rig.cloud.on(
                "create",
                "net",
                new Reaction.Fail(ErrorCode.VIM_TIMEOUT),
                new Reaction.Fail(ErrorCode.VIM_UNAVAILABLE));

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, OperationState.COMPLETED);

        List<Long> versions = journal.versions("task", rig.task(id, "net").id().value());
        assertThat(versions).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(journal.types("operation", id.value())).containsExactly("OperationCompleted");
    }

    @Test
    void aThingThatIsBuildingIsObservedUntilItWorks() {
        rig.cloud.on("create", "net", new Reaction.Make(ResourceState.BUILDING));

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, "net", TaskState.BUILDING);
        rig.cloud.turn("net", ResourceState.ACTIVE);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.count("create")).isEqualTo(1);
        assertThat(rig.resource(id, "net").state()).isEqualTo(ResourceState.ACTIVE);
    }

    @Test
    void aDeleteWaitsUntilTheThingIsGone() {
        OperationId made = rig.start(rig.plan(lane).network("net"));
        rig.await(made, OperationState.COMPLETED);
        rig.cloud.on("delete", "net", new Reaction.Make(ResourceState.DELETING));

        OperationId id =
                rig.start(
                        rig.plan(lane)
                                .kind(OperationKind.TERMINATE)
                                .delete(rig.resource(made, "net")));
        rig.await(id, "net", TaskState.BUILDING);
        rig.cloud.turn("net", ResourceState.MISSING);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.resource(id, "net").state()).isEqualTo(ResourceState.DELETED);
        assertThat(rig.cloud.things()).isEmpty();
    }

    @Test
    void anUpdateLeavesTheThingWithItsNewWish() {
        OperationId made = rig.start(rig.plan(lane).network("net"));
        rig.await(made, OperationState.COMPLETED);

        Resource known = rig.resource(made, "net");
        OperationId id =
                rig.start(
                        rig.plan(lane)
                                .kind(OperationKind.UPDATE)
                                .update(known, Samples.network("net-2")));
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.resource(id, "net").spec().name()).isEqualTo("net-2");
        assertThat(rig.resource(id, "net").handle()).isEqualTo(known.handle());
    }

    @Test
    void aPlanOfNothingIsDoneAtOnce() {
        OperationId id = rig.start(rig.plan(lane).kind(OperationKind.HEAL));

        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.calls()).isEmpty();
    }

    @Test
    void aRefusalWaitsForADecisionAndRetryGoesOn() {
        rig.cloud.on("create", "net", new Reaction.Fail(ErrorCode.VIM_QUOTA));

        OperationId id = rig.start(netAndServer());
        rig.await(id, OperationState.FAILED_TEMP);
        assertThat(rig.operation(id).progress().problem().code()).isEqualTo(ErrorCode.VIM_QUOTA);
        assertThat(rig.task(id, "server").state()).isEqualTo(TaskState.BLOCKED);
        rig.ledger.retry(id);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(2);
    }

    @Test
    void retryableErrorsEndInADecisionWhenTheTriesAreUsedUp() {
        Reaction slow = new Reaction.Fail(ErrorCode.VIM_THROTTLED);
        rig.cloud.on("create", "net", slow, slow, slow);

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, OperationState.FAILED_TEMP);

        assertThat(rig.cloud.count("create")).isEqualTo(3);
    }

    @Test
    void failGivesUpAndSendsNothingMore() {
        rig.cloud.on("create", "net", new Reaction.Fail(ErrorCode.VIM_REJECTED));

        Plans plan = netAndServer();
        OperationId id = rig.start(plan);
        rig.await(id, OperationState.FAILED_TEMP);
        rig.ledger.fail(id);

        assertThat(rig.operation(id).state()).isEqualTo(OperationState.FAILED);
        assertThat(rig.tasks(id))
                .allSatisfy(task -> assertThat(task.state()).isEqualTo(TaskState.CANCELLED));
        assertThat(rig.store.read(work -> work.instances().find(plan.instance())).orElseThrow())
                .returns(NsState.FAILED, NsInstance::state)
                .returns(null, instance -> instance.stamps().currentOperation());
    }

    @Test
    void aSkippedTaskLetsOthersGoOn() {
        rig.cloud.on("create", "a", new Reaction.Fail(ErrorCode.VIM_REJECTED));

        OperationId id = rig.start(rig.plan(lane).network("a").network("b", "a"));
        rig.await(id, OperationState.FAILED_TEMP);
        rig.ledger.skip(rig.task(id, "a").id());
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.task(id, "a").state()).isEqualTo(TaskState.SKIPPED);
        assertThat(rig.task(id, "b").state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void whatNeedsASkippedThingFailsAndNamesIt() {
        rig.cloud.on("create", "net", new Reaction.Fail(ErrorCode.VIM_REJECTED));

        OperationId id = rig.start(netAndServer());
        rig.await(id, OperationState.FAILED_TEMP);
        rig.ledger.skip(rig.task(id, "net").id());
        rig.await(id, "server", TaskState.FAILED);
        rig.await(id, OperationState.FAILED_TEMP);

        assertThat(rig.task(id, "server").status().problem().detail())
                .contains("server needs the handle of net");
    }

    @Test
    void decisionsThatDoNotFitAreRefused() {
        OperationId id = rig.start(netAndServer());
        rig.await(id, OperationState.COMPLETED);

        assertThatThrownBy(() -> rig.ledger.retry(id)).satisfies(LedgerStoryTest::isWrongState);
        assertThatThrownBy(() -> rig.ledger.fail(id)).satisfies(LedgerStoryTest::isWrongState);
        assertThatThrownBy(() -> rig.ledger.skip(rig.task(id, "net").id()))
                .satisfies(LedgerStoryTest::isWrongState);
    }

    @Test
    void aBrokenThingIsRemovedBeforeItIsMadeAgain() {
        rig.cloud.on("create", "net", new Reaction.Make(ResourceState.ERROR));

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, OperationState.FAILED_TEMP);
        assertThat(rig.operation(id).progress().problem().detail()).contains("no host was found");
        rig.ledger.retry(id);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things())
                .extracting(FakeCloud.Thing::state)
                .containsExactly(ResourceState.ACTIVE);
        assertThat(rig.cloud.calls()).containsSubsequence("create net", "delete net", "create net");
    }

    @Test
    void aDefectOfAPluginIsAFailedTaskAndNothingElse() {
        rig.cloud.on("create", "bad", new Reaction.Crash());

        OperationId bad = rig.start(rig.plan(lane).network("bad"));
        OperationId good = rig.start(rig.plan(lane).network("good"));

        rig.await(good, OperationState.COMPLETED);
        rig.await(bad, OperationState.FAILED_TEMP);
        assertThat(rig.operation(bad).progress().problem().code()).isEqualTo(ErrorCode.INTERNAL);
    }

    private static void isWrongState(Throwable refused) {
        assertThat(((TelamonException) refused).code()).isEqualTo(ErrorCode.WRONG_STATE);
    }
}
