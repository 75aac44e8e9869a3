/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.FlakyStore;
import io.telamon.ro.internal.Reaction;
import io.telamon.ro.internal.Rig;
import io.telamon.ro.internal.Settings;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One call at a time: what each verb asks and what its outcome is. */
class ResourceWorkerTest {
    private final FakeClock clock = new FakeClock();
    private final Rig rig = new Rig(Settings.quick(), new FlakyStore(), new FakeCloud(), clock);
    private final FakeCloud cloud = rig.cloud;
    private final LaneId lane = rig.account("one");
    private final ResourceWorker worker = new ResourceWorker(rig.ports, clock);
    private final Resource net =
            Samples.resource(NsInstanceId.create(), lane, "net", Samples.network("net"));

    @AfterEach
    void stop() {
        rig.close();
    }

    private Job job(TaskVerb verb, Resource thing, int attempt, Instant doubt) {
        return job(verb, thing, attempt, doubt, false);
    }

    private Job job(TaskVerb verb, Resource thing, int attempt, Instant doubt, boolean observe) {
        Task task =
                new Task(
                        TaskId.create(),
                        OperationId.create(),
                        thing.id(),
                        lane,
                        verb,
                        thing.key(),
                        Task.Payload.none(),
                        Set.of(),
                        new Task.Status(
                                TaskState.RUNNING,
                                attempt,
                                clock.instant(),
                                "",
                                null,
                                clock.instant()));
        return new Job(task, thing, thing.spec(), observe, doubt);
    }

    private Resource known(ResourceState state) {
        String handle = cloud.plant("one", net.token().value(), net.spec());
        cloud.turn("net", state);
        return net.observed(state, handle, Map.of());
    }

    @Test
    void theFirstCreateDoesNotLookFirst() {
        Outcome outcome = worker.run(job(TaskVerb.CREATE, net, 1, null));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(cloud.calls()).containsExactly("create net");
    }

    @Test
    void onlyTheFirstCreateOfAnOwnThingIsToldToBeTheFirst() {
        Resource shared =
                Samples.resource(Resource.SHARED, lane, "shared", Samples.network("shared"));

        worker.run(job(TaskVerb.CREATE, net, 1, null));
        worker.run(job(TaskVerb.CREATE, net, 2, null));
        worker.run(job(TaskVerb.CREATE, shared, 1, null));

        assertThat(cloud.firsts()).containsExactly("net");
    }

    @Test
    void aLaterCreateLooksFirst() {
        String handle = cloud.plant("one", net.token().value(), net.spec());

        Outcome outcome = worker.run(job(TaskVerb.CREATE, net, 2, clock.instant()));

        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Done.class))
                .returns(handle, done -> done.seen().handle());
        assertThat(cloud.count("create")).isZero();
    }

    @Test
    void anEmptyFindIsNotBelievedBeforeTheSettleTime() {
        cloud.identity(new Identity(Identity.Kind.TAG, Duration.ofSeconds(10)));
        Instant since = clock.instant();
        clock.advance(Duration.ofSeconds(4));

        Outcome early = worker.run(job(TaskVerb.CREATE, net, 2, since));
        clock.advance(Duration.ofSeconds(6));
        Outcome later = worker.run(job(TaskVerb.CREATE, net, 3, since));

        assertThat(early)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Postponed.class))
                .returns(Duration.ofSeconds(6), Outcome.Postponed::delay)
                .returns(true, Outcome.Postponed::keepClock);
        assertThat(later).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aRefusedCreateNeedsNoSettleTime() {
        cloud.identity(new Identity(Identity.Kind.TAG, Duration.ofSeconds(10)));

        Outcome outcome = worker.run(job(TaskVerb.CREATE, net, 2, null));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aBrokenThingIsRemovedFirst() {
        Resource broken = known(ResourceState.ERROR);

        Outcome outcome = worker.run(job(TaskVerb.CREATE, broken, 2, null));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(cloud.things())
                .extracting(FakeCloud.Thing::handle)
                .doesNotContain(broken.handle())
                .hasSize(1);
    }

    @Test
    void aBrokenThingThatStaysIsWaitedFor() {
        Resource broken = known(ResourceState.ERROR);
        cloud.on("delete", "net", new Reaction.Make(ResourceState.DELETING));

        Outcome outcome = worker.run(job(TaskVerb.CREATE, broken, 2, null));

        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Postponed.class))
                .returns("removing the broken one first", Outcome.Postponed::reason);
        assertThat(cloud.count("create")).isZero();
    }

    @Test
    void theReplacementOfABrokenThingIsFoundAndNotMadeTwice() {
        Resource broken = known(ResourceState.ERROR);
        cloud.turn("net", ResourceState.MISSING);
        cloud.plant("one", net.token().value(), net.spec());

        Outcome outcome = worker.run(job(TaskVerb.CREATE, broken, 3, clock.instant()));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(cloud.count("create")).isZero();
        assertThat(cloud.things()).hasSize(1);
    }

    @Test
    void aCreatedThingThatIsBrokenIsAFailureThatRemembersIt() {
        cloud.on("create", "net", new Reaction.Make(ResourceState.ERROR));

        Outcome outcome = worker.run(job(TaskVerb.CREATE, net, 1, null));

        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Failed.class))
                .returns(ErrorCode.VIM_FAULT, failed -> failed.problem().code())
                .returns(ResourceState.ERROR, failed -> failed.seen().state());
    }

    @Test
    void deletingWhatIsGoneSucceeds() {
        Resource gone = known(ResourceState.MISSING);

        Outcome outcome = worker.run(job(TaskVerb.DELETE, gone, 1, null));

        assertThat(outcome).isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void aThingThatSomebodyElseMadeStaysWhenItsRecordGoes() {
        Resource taken = known(ResourceState.ACTIVE);
        cloud.foreign().add(taken.handle());

        Outcome outcome = worker.run(job(TaskVerb.DELETE, taken, 1, null));

        assertThat(outcome).isInstanceOf(Outcome.Gone.class);
        assertThat(cloud.count("delete")).isZero();
    }

    @Test
    void deletingWhatStaysIsBuilding() {
        Resource there = known(ResourceState.ACTIVE);
        cloud.on("delete", "net", new Reaction.Make(ResourceState.DELETING));

        Outcome outcome = worker.run(job(TaskVerb.DELETE, there, 1, null));

        assertThat(outcome).isInstanceOf(Outcome.Building.class);
    }

    @Test
    void aThingWithoutHandleIsLookedForBeforeItIsCalledGone() {
        cloud.identity(new Identity(Identity.Kind.TAG, Duration.ofSeconds(5)));

        Outcome first = worker.run(job(TaskVerb.DELETE, net, 1, null));
        String late = cloud.plant("one", net.token().value(), net.spec());
        Outcome second = worker.run(job(TaskVerb.DELETE, net, 2, null));

        assertThat(first)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Postponed.class))
                .returns(Duration.ofSeconds(5), Outcome.Postponed::delay);
        assertThat(second).isInstanceOf(Outcome.Gone.class);
        assertThat(cloud.things()).extracting(FakeCloud.Thing::handle).doesNotContain(late);
    }

    @Test
    void whatVanishesWhileItIsBuiltIsAFailure() {
        Resource gone = known(ResourceState.MISSING);

        Outcome outcome = worker.run(job(TaskVerb.CREATE, gone, 1, null, true));

        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Failed.class))
                .returns(ErrorCode.VIM_NOT_FOUND, failed -> failed.problem().code());
    }

    @Test
    void anUnansweredCallOnAThingThatCannotBeFoundIsUnknown() {
        cloud.identity(new Identity(Identity.Kind.NONE, Duration.ZERO));
        cloud.on("create", "net", new Reaction.Lose(ErrorCode.VIM_TIMEOUT));

        Outcome outcome = worker.run(job(TaskVerb.CREATE, net, 1, null));

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void withoutPluginTheCallIsPostponed() {
        rig.plugins.unbind(cloud);

        Outcome outcome = worker.run(job(TaskVerb.CREATE, net, 1, null));

        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Postponed.class))
                .satisfies(later -> assertThat(later.reason()).contains("No plug-in of type fake"));
    }
}
