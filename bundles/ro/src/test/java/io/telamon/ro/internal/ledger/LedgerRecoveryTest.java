/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ResourceState;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.FlakyStore;
import io.telamon.ro.internal.Plans;
import io.telamon.ro.internal.Reaction;
import io.telamon.ro.internal.Rig;
import io.telamon.ro.internal.Settings;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.Await;
import io.telamon.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a crash, a lost answer or a store that is away leaves: nothing lost, nothing twice. */
class LedgerRecoveryTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable rig : open) {
            rig.close();
        }
    }

    private Rig keep(Rig rig) {
        open.add(0, rig);
        return rig;
    }

    @Test
    void anUnansweredCreateIsFoundAndNotRepeated() {
        Rig rig = keep(new Rig());
        rig.cloud.on("create", "net", new Reaction.Lose(ErrorCode.VIM_TIMEOUT));

        OperationId id = rig.start(rig.plan(rig.account("one")).network("net"));
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(1);
        assertThat(rig.cloud.count("create")).isEqualTo(1);
        assertThat(rig.resource(id, "net").handle()).isEqualTo(rig.cloud.things().get(0).handle());
    }

    @Test
    void aCreateThatArrivesLateIsWaitedForDuringTheSettleTime() {
        FakeClock clock = new FakeClock(Instant.now());
        Rig rig = keep(new Rig(Settings.quick(), new FlakyStore(), new FakeCloud(), clock));
        rig.cloud.identity(new Identity(Identity.Kind.TAG, Duration.ofSeconds(30)));
        rig.cloud.on("create", "net", new Reaction.ArriveLate());
        LaneId lane = rig.account("one");

        OperationId id = rig.start(rig.plan(lane).network("net"));
        Await.until("first try", () -> rig.task(id, "net").status().problem() != null);
        clock.advance(Duration.ofSeconds(1));
        rig.ledger.laneChanged(lane);
        Await.until(
                "waiting for the late one",
                () -> rig.task(id, "net").status().waitingFor().contains("may still arrive"));
        rig.cloud.arrive();
        clock.advance(Duration.ofSeconds(60));
        rig.ledger.laneChanged(lane);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(1);
        assertThat(rig.cloud.count("create")).isEqualTo(1);
    }

    @Test
    void aCreateThatNeverArrivedIsRepeatedWithItsTokenAfterTheSettleTime() {
        Rig rig = keep(new Rig());
        rig.cloud.identity(new Identity(Identity.Kind.TAG, Duration.ofMillis(40)));
        rig.cloud.on("create", "net", new Reaction.ArriveLate());

        OperationId id = rig.start(rig.plan(rig.account("one")).network("net"));
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(1);
        assertThat(rig.cloud.things().get(0).token())
                .isEqualTo(rig.resource(id, "net").token().value());
        assertThat(rig.cloud.count("create")).isEqualTo(2);
    }

    @Test
    void anIntentLeftByACrashIsAskedAgain() {
        Rig dead = new Rig();
        LaneId lane = dead.account("one");
        dead.close();
        OperationId id = dead.plan(lane).network("net").store();
        Task task = dead.task(id, "net");
        String token = dead.resource(id, "net").token().value();
        dead.cloud.plant("one", token, dead.resource(id, "net").spec());
        dead.store.write(
                work -> {
                    Task.Status sent =
                            new Task.Status(
                                    TaskState.RUNNING, 1, Instant.now(), "", null, Instant.now());
                    work.tasks().saveStatus(List.of(task.with(sent)));
                    work.tasks()
                            .addAttempts(
                                    List.of(
                                            new Attempt(
                                                    task.id(), 1, Instant.now(), null, "", null)));
                    return null;
                });

        Rig alive = keep(dead.restarted());
        alive.await(id, OperationState.COMPLETED);

        assertThat(alive.cloud.things()).hasSize(1);
        assertThat(alive.cloud.count("create")).isZero();
    }

    @Test
    void aCallThatHangsAtTheStopIsAskedAgainAfterTheStart() {
        Rig first = new Rig();
        CountDownLatch never = new CountDownLatch(1);
        first.cloud.on("create", "net", new Reaction.Hang(never));
        OperationId id = first.start(first.plan(first.account("one")).network("net"));
        first.await(id, "net", TaskState.RUNNING);

        Rig second = keep(first.restarted());
        second.await(id, OperationState.COMPLETED);
        never.countDown();
        Await.until("the first answer is in", () -> second.cloud.things().size() == 2);
        keep(first);

        assertThat(second.task(id, "net").state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void aStoreThatRefusesTheCommitLosesNothing() {
        Rig rig = keep(new Rig());
        LaneId lane = rig.account("one");
        OperationId id =
                rig.plan(lane)
                        .network("net")
                        .create("server", Plans.server("server", "net"), "net")
                        .store();

        rig.store.refuseWrites(2);
        rig.ledger.wake(id);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(2);
        assertThat(rig.cloud.count("create")).isEqualTo(2);
    }

    @Test
    void aStoreThatIsAwayWhenAnswersComeLosesNone() {
        Rig rig = keep(new Rig());
        CountDownLatch answer = new CountDownLatch(1);
        rig.cloud.on("create", "net", new Reaction.Hang(answer));
        OperationId id = rig.start(rig.plan(rig.account("one")).network("net"));
        Await.until("the call is out", () -> rig.cloud.calls().contains("create net"));

        rig.store.down(true);
        answer.countDown();
        Await.until("the cloud has made it", () -> rig.cloud.things().size() == 1);
        LaneId stranger = new LaneId(LaneKind.VIM, "stranger");
        rig.ledger.laneChanged(stranger);
        rig.store.down(false);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.count("create")).isEqualTo(1);
        assertThat(rig.cloud.things()).hasSize(1);
    }

    @Test
    void anOutageUsesUpNoTriesOfATask() {
        Rig rig = keep(new Rig());
        CountDownLatch answer = new CountDownLatch(1);
        rig.cloud.on(
                "create",
                "net",
                new Reaction.HangThenFail(answer, ErrorCode.VIM_THROTTLED),
                new Reaction.Fail(ErrorCode.VIM_THROTTLED));
        OperationId id = rig.start(rig.plan(rig.account("one")).network("net"));
        Await.until("the call is out", () -> rig.cloud.calls().contains("create net"));

        rig.store.refuseWrites(3);
        answer.countDown();
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.count("create")).isEqualTo(3);
    }

    @Test
    void anOutcomeThatCannotBeRecordedFailsItsTaskAndHoldsUpNobody() {
        Rig rig = keep(new Rig());
        CountDownLatch answer = new CountDownLatch(1);
        rig.cloud.on("create", "bad", new Reaction.Hang(answer));
        rig.cloud.on("create", "good", new Reaction.Hang(answer));
        Plans bad = rig.plan(rig.account("one")).network("bad");
        rig.store.never(
                work ->
                        work.resources().ofInstance(bad.instance()).stream()
                                .anyMatch(thing -> thing.state() == ResourceState.ACTIVE));
        OperationId refused = rig.start(bad);
        OperationId other = rig.start(rig.plan(rig.account("two")).network("good"));
        Await.until("both calls are out", () -> rig.cloud.calls().size() == 2);

        answer.countDown();

        rig.await(other, OperationState.COMPLETED);
        rig.await(refused, OperationState.FAILED_TEMP);
        assertThat(rig.task(refused, "bad").status().problem().detail())
                .contains("cannot be recorded");
    }

    @Test
    void anIntentThatCannotBeRecordedHoldsUpItsOperationOnlyAndForAWhile() {
        Rig rig = keep(new Rig());
        Plans bad = rig.plan(rig.account("one")).network("bad");
        AtomicBoolean refusing = new AtomicBoolean(true);
        rig.store.never(work -> refusing.get() && runs(work, bad.instance()));
        OperationId refused = rig.start(bad);
        OperationId other = rig.start(rig.plan(rig.account("two")).network("good"));

        rig.await(other, OperationState.COMPLETED);
        assertThat(rig.task(refused, "bad").state()).isEqualTo(TaskState.READY);
        assertThat(rig.cloud.calls()).doesNotContain("create bad");
        refusing.set(false);

        rig.await(refused, OperationState.COMPLETED);
        assertThat(rig.cloud.count("create")).isEqualTo(2);
    }

    @Test
    void aDecisionThatCannotBeRecordedIsRefusedToThePerson() {
        Rig rig = keep(new Rig());
        rig.cloud.on("create", "net", new Reaction.Fail(ErrorCode.VIM_REJECTED));
        Plans plan = rig.plan(rig.account("one")).network("net");
        OperationId id = rig.start(plan);
        rig.await(id, OperationState.FAILED_TEMP);
        AtomicBoolean refusing = new AtomicBoolean(true);
        rig.store.never(
                work ->
                        refusing.get()
                                && work.operations().find(id).orElseThrow().state()
                                        != OperationState.FAILED_TEMP);

        assertThatThrownBy(() -> rig.ledger.retry(id)).isInstanceOf(TelamonException.class);
        refusing.set(false);
        rig.ledger.retry(id);

        rig.await(id, OperationState.COMPLETED);
    }

    private static boolean runs(UnitOfWork work, NsInstanceId instance) {
        return work.operations().unfinished().stream()
                .filter(operation -> operation.instance().equals(instance))
                .flatMap(operation -> work.tasks().ofOperation(operation.id()).stream())
                .anyMatch(task -> task.state() == TaskState.RUNNING);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotDoneTwice() {
        Rig rig = keep(new Rig());
        LaneId lane = rig.account("one");
        OperationId id = rig.plan(lane).network("net").network("b", "net").store();

        rig.store.loseAnswers(2);
        rig.ledger.wake(id);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(2);
        assertThat(rig.tasks(id)).extracting(Task::state).containsOnly(TaskState.DONE);
    }

    @Test
    void aStoreThatIsAwayAtTheStartIsWaitedFor() {
        Rig first = new Rig();
        OperationId id = first.plan(first.account("one")).network("net").store();
        first.close();
        first.store.down(true);

        Rig second = keep(first.restarted());
        first.store.down(false);

        second.await(id, OperationState.COMPLETED);
    }

    @Test
    void anOperationWaitsForOneThatNobodyToldOf() {
        Rig rig = keep(new Rig());
        LaneId lane = rig.account("one");
        rig.await(rig.start(rig.plan(lane).network("before")), OperationState.COMPLETED);
        Plans first = rig.plan(lane).network("first");
        first.store();

        OperationId later =
                rig.start(rig.plan(lane).network("second").afterForeign(first.id("first")));
        rig.await(later, OperationState.COMPLETED);

        assertThat(rig.cloud.calls()).containsSubsequence("create first", "create second");
    }

    @Test
    void waysThatCrossDoNotRepeatACall() {
        Rig rig = keep(new Rig());
        LaneId lane = rig.account("one");

        List<OperationId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Plans plan = rig.plan(lane).network("a" + i).network("b" + i, "a" + i);
            OperationId id = rig.start(plan);
            ids.add(id);
            rig.ledger.wake(id);
            rig.ledger.wake(id);
        }
        ids.forEach(id -> rig.await(id, OperationState.COMPLETED));

        assertThat(rig.cloud.count("create")).isEqualTo(60);
        assertThat(rig.cloud.count("find")).isZero();
    }

    @Test
    void aDeleteOfACreateThatWasNeverAnsweredWaitsForItToArrive() {
        Rig rig = keep(new Rig());
        LaneId lane = rig.account("one");
        rig.cloud.identity(new Identity(Identity.Kind.TAG, Duration.ofMillis(60)));
        Reaction silence = new Reaction.ArriveLate();
        Reaction lost = new Reaction.Fail(ErrorCode.VIM_REJECTED);
        rig.cloud.on("create", "net", silence, lost);
        OperationId made = rig.start(rig.plan(lane).network("net"));
        rig.await(made, OperationState.FAILED_TEMP);
        rig.ledger.fail(made);

        OperationId gone =
                rig.start(
                        rig.plan(lane)
                                .kind(OperationKind.TERMINATE)
                                .delete(rig.resource(made, "net")));
        Await.until(
                "waiting",
                () ->
                        rig.task(gone, "net").status().waitingFor().contains("may still arrive")
                                || rig.task(gone, "net").state() == TaskState.DONE);
        rig.cloud.arrive();
        rig.await(gone, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).isEmpty();
    }

    @Test
    void aPlanThatWaitsForAnotherPlansTaskIsNotStuck() {
        Rig rig = keep(new Rig());
        LaneId lane = rig.account("one");
        CountDownLatch removed = new CountDownLatch(1);
        OperationId made = rig.start(rig.plan(lane).network("shared"));
        rig.await(made, OperationState.COMPLETED);
        rig.cloud.on("delete", "shared", new Reaction.Hang(removed));
        Plans going =
                rig.plan(lane).kind(OperationKind.TERMINATE).delete(rig.resource(made, "shared"));
        OperationId first = rig.start(going);
        TaskId removal = going.id("shared");

        OperationId second =
                rig.start(rig.plan(lane).network("own").network("next").afterForeign(removal));
        rig.await(second, "own", TaskState.DONE);
        rig.ledger.wake(first);
        assertThat(rig.operation(second).state()).isEqualTo(OperationState.PROCESSING);
        removed.countDown();

        rig.await(first, OperationState.COMPLETED);
        rig.await(second, OperationState.COMPLETED);
    }

    @Test
    void whatVanishesWhileItIsBuiltIsMadeAgainAfterADecision() {
        Rig rig = keep(new Rig());
        rig.cloud.on("create", "net", new Reaction.Make(ResourceState.BUILDING));
        OperationId id = rig.start(rig.plan(rig.account("one")).network("net"));
        rig.await(id, "net", TaskState.BUILDING);

        rig.cloud.turn("net", ResourceState.MISSING);
        rig.await(id, OperationState.FAILED_TEMP);
        rig.ledger.retry(id);
        rig.await(id, OperationState.COMPLETED);

        assertThat(rig.cloud.things()).hasSize(1);
    }
}
