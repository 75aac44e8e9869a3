/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Single decisions of the planner, one at a time. */
class PlannerTest {
    private final PlanWorld world = new PlanWorld();

    private static List<Desired> service(int servers) {
        ArrayList<Desired> wishes = new ArrayList<>();
        wishes.add(Wanted.net("net"));
        wishes.add(Wanted.flavor(1));
        ArrayList<String> names = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            names.add("s" + i);
            wishes.add(Wanted.server("s" + i, 1, "", List.of("net")));
        }
        wishes.add(Wanted.chain("chain", names));
        return wishes;
    }

    private static List<String> words(Plan plan) {
        return plan.tasks().stream().map(task -> task.verb() + " " + task.key()).toList();
    }

    @Test
    void everythingNewIsCreatedAndClaimed() {
        Plan plan = world.plan(service(1));

        assertThat(words(plan))
                .containsExactly("CREATE net", "CREATE flavor/1", "CREATE s0", "CREATE chain");
        assertThat(plan.claim())
                .containsExactly(new Claim(Wanted.VIM, "flavor/1", PlanWorld.INSTANCE));
        assertThat(plan.added()).extracting(Resource::state).containsOnly(ResourceState.PLANNED);
        assertThat(plan.added()).extracting(Resource::token).doesNotHaveDuplicates();
    }

    @Test
    void scalingOutMakesTheNewOneAndLetsTheChainFollow() {
        world.apply(world.plan(service(1)));

        Plan plan = world.plan(service(2));

        assertThat(words(plan)).containsExactly("CREATE s1", "UPDATE chain");
        assertThat(plan.tasks().get(1).dependsOn()).containsExactly(plan.tasks().get(0).id());
    }

    @Test
    void scalingInTakesTheChainOffBeforeTheServerGoes() {
        world.apply(world.plan(service(2)));

        Plan plan = world.plan(service(1));

        assertThat(words(plan)).containsExactly("UPDATE chain", "DELETE s1");
        assertThat(plan.tasks().get(1).dependsOn()).containsExactly(plan.tasks().get(0).id());
    }

    @Test
    void renewingAServerReplacesItAndLetsTheChainFollow() {
        world.apply(world.plan(service(2)));

        Plan plan = world.plan(world.input(service(2), Set.of("s0"), Set.of()));

        assertThat(words(plan))
                .containsExactly("UPDATE chain", "DELETE s0", "CREATE s0", "UPDATE chain");
        assertThat(plan.tasks().get(1).dependsOn()).containsExactly(plan.tasks().get(0).id());
        assertThat(plan.tasks().get(3).dependsOn())
                .containsExactlyInAnyOrder(plan.tasks().get(0).id(), plan.tasks().get(2).id());
        assertThat(hops(plan, 0)).containsExactly("0 s1");
        assertThat(hops(plan, 3)).containsExactly("0 s0", "1 s1");
        assertThat(plan.kept()).hasSize(1);
    }

    @Test
    void aChainWhoseOnlyMachineIsRenewedGoesAndComesBack() {
        world.apply(world.plan(service(1)));

        Plan plan = world.plan(world.input(service(1), Set.of("s0"), Set.of()));

        assertThat(words(plan))
                .containsExactly("DELETE chain", "DELETE s0", "CREATE s0", "CREATE chain");
    }

    private static List<String> hops(Plan plan, int task) {
        ChainSpec spec = (ChainSpec) plan.tasks().get(task).payload().target();
        return spec.hops().stream()
                .map(hop -> hop.position() + " " + hop.ingress().resource())
                .toList();
    }

    @Test
    void whatHangsOnARenewedNetworkFollows() {
        world.apply(world.plan(service(1)));

        Plan plan = world.plan(world.input(service(1), Set.of("net"), Set.of()));

        assertThat(words(plan))
                .containsExactly(
                        "DELETE chain",
                        "DELETE s0",
                        "DELETE net",
                        "CREATE net",
                        "CREATE s0",
                        "CREATE chain");
    }

    @Test
    void whatIsMissingIsClearedAwayAndMadeAgain() {
        world.apply(world.plan(service(1)));
        world.turn(world.thing("s0"), ResourceState.MISSING);

        Plan plan = world.plan(service(1));

        assertThat(words(plan))
                .containsExactly("DELETE chain", "DELETE s0", "CREATE s0", "CREATE chain");
    }

    @Test
    void whatIsBrokenIsDeletedFirst() {
        world.apply(world.plan(service(1)));
        world.turn(world.thing("s0"), ResourceState.ERROR);

        Plan plan = world.plan(service(1));

        assertThat(words(plan))
                .containsExactly("DELETE chain", "DELETE s0", "CREATE s0", "CREATE chain");
    }

    @Test
    void whatWasNeverSentIsForgottenWithoutACall() {
        Plan first = world.plan(service(1));
        first.added().stream()
                .filter(thing -> thing.key().equals("net"))
                .forEach(thing -> world.turn(thing, ResourceState.PLANNED));
        Set<ResourceId> never = Set.of(world.thing("net").id());

        Plan plan = world.plan(world.input(List.of(), Set.of(), never));

        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.changed())
                .extracting(Resource::state)
                .containsExactly(ResourceState.DELETED);
    }

    @Test
    void aLeftoverWhoseCreateIsInDoubtIsDeletedByItsToken() {
        Plan first = world.plan(List.of(Wanted.net("net")));
        world.turn(first.added().get(0), ResourceState.PLANNED);

        Plan plan = world.plan(List.of());

        assertThat(words(plan)).containsExactly("DELETE net");
    }

    @Test
    void anAdoptedNetworkIsRecordedAndForgottenButNeverTouched() {
        Plan adopt = world.plan(List.of(Wanted.existing("public")));
        world.apply(adopt);
        Plan leave = world.plan(List.of());

        assertThat(adopt.tasks()).isEmpty();
        assertThat(adopt.added())
                .singleElement()
                .returns(true, Resource::adopted)
                .returns("cloud-public", Resource::handle);
        assertThat(leave.tasks()).isEmpty();
        assertThat(leave.changed()).hasSize(1);
    }

    @Test
    void terminatingTakesEverythingDownInReverse() {
        world.apply(world.plan(service(1)));

        Plan plan = world.plan(List.of());

        assertThat(words(plan)).containsSubsequence("DELETE chain", "DELETE s0", "DELETE net");
        assertThat(words(plan)).containsSubsequence("DELETE s0", "DELETE flavor/1");
        assertThat(plan.unclaim()).hasSize(1);
    }

    @Test
    void aSharedThingOthersUseStays() {
        world.apply(world.plan(service(1)));
        world.claimElsewhere(Wanted.VIM, "flavor/1");

        Plan plan = world.plan(List.of());

        assertThat(words(plan)).doesNotContain("DELETE flavor/1");
        assertThat(plan.unclaim()).hasSize(1);
    }

    @Test
    void aSharedThingThatIsLeavingGetsASuccessorAfterIt() {
        Resource leaving = shared(ResourceState.DELETING);
        TaskId removal = new TaskId("removal");

        Plan plan = planShared(new SharedState(leaving, 0, List.of(removal)));

        assertThat(plan.added()).extracting(Resource::id).doesNotContain(leaving.id()).hasSize(1);
        assertThat(plan.tasks())
                .singleElement()
                .returns(Set.of(removal), Task::dependsOn)
                .returns(TaskState.BLOCKED, Task::state);
    }

    @Test
    void aSharedThingThatAnotherPlanMakesIsWaitedForOnItsRecord() {
        Resource planned = shared(ResourceState.PLANNED);
        TaskId maker = new TaskId("maker");

        Plan plan = planShared(new SharedState(planned, 1, List.of(maker)));

        assertThat(plan.added()).isEmpty();
        assertThat(plan.tasks())
                .singleElement()
                .returns(planned.id(), Task::resource)
                .returns(TaskVerb.CREATE, Task::verb)
                .returns(Set.of(maker), Task::dependsOn);
    }

    private static Resource shared(ResourceState state) {
        Desired wish = Wanted.flavor(1);
        return Samples.resource(Resource.SHARED, wish.lane(), wish.key(), wish.spec())
                .withState(state);
    }

    private Plan planShared(SharedState state) {
        Desired wish = Wanted.flavor(1);
        return world.plan(
                new PlanInput(
                        PlanWorld.TENANT,
                        new NsInstanceId("other"),
                        PlanWorld.OPERATION,
                        List.of(wish),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Set.of(),
                        Map.of(new PlanInput.SharedKey(wish.lane(), wish.key()), state),
                        Samples.NOW));
    }
}
