/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.TaskId;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What every plan promises, whatever is wanted and whatever is recorded. */
class PlannerPropertiesTest {
    /** A service in numbers. */
    record Shape(
            int nets, boolean existing, List<Integer> servers, boolean chain, String userData) {
        List<Desired> wishes() {
            Map<String, Desired> wishes = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < nets; i++) {
                names.add("net" + i);
                put(wishes, Wanted.net("net" + i));
            }
            if (existing) {
                names.add("public");
                put(wishes, Wanted.existing("public"));
            }
            List<String> made = new ArrayList<>();
            for (int i = 0; i < servers.size(); i++) {
                int cpus = 1 + servers.get(i) % 2;
                put(wishes, Wanted.flavor(cpus));
                int first = names.isEmpty() ? 0 : servers.get(i) % names.size();
                List<String> mine = names.subList(first, names.size());
                made.add("server" + i);
                put(wishes, Wanted.server("server" + i, cpus, userData, mine));
            }
            if (chain && !made.isEmpty()) {
                put(wishes, Wanted.chain("chain", made));
            }
            return List.copyOf(wishes.values());
        }

        private static void put(Map<String, Desired> wishes, Desired wish) {
            wishes.putIfAbsent(wish.key(), wish);
        }
    }

    /** How the record of a first service was spoilt before the second is wanted. */
    record Damage(List<ResourceState> states, boolean claimedElsewhere) {}

    @Provide
    Arbitrary<Shape> shapes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 9).list().ofMaxSize(6),
                        Arbitraries.of(true, false),
                        Arbitraries.of("a", "b"))
                .as(Shape::new);
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                        Tuple.of(6, ResourceState.ACTIVE),
                                        Tuple.of(1, ResourceState.MISSING),
                                        Tuple.of(1, ResourceState.ERROR),
                                        Tuple.of(1, ResourceState.PLANNED),
                                        Tuple.of(1, ResourceState.BUILDING),
                                        Tuple.of(1, ResourceState.DELETING))
                                .list()
                                .ofSize(16),
                        Arbitraries.of(true, false))
                .as(Damage::new);
    }

    private static PlanWorld world(Shape first, Damage damage) {
        PlanWorld world = new PlanWorld();
        world.apply(world.plan(first.wishes()));
        int at = 0;
        for (Resource thing : world.own()) {
            if (!thing.adopted()) {
                world.turn(thing, damage.states().get(at++ % damage.states().size()));
            }
        }
        if (damage.claimedElsewhere()) {
            world.shared().forEach(t -> world.claimElsewhere(t.owner().lane(), t.key()));
        }
        return world;
    }

    @Property(tries = 300)
    void theSameInputGivesTheSamePlan(
            @ForAll("shapes") Shape first,
            @ForAll("damages") Damage damage,
            @ForAll("shapes") Shape second) {
        PlanInput input = world(first, damage).input(second.wishes(), Set.of(), Set.of());

        assertThat(fresh(input)).isEqualTo(fresh(input));
    }

    private static Plan fresh(PlanInput input) {
        AtomicInteger ids = new AtomicInteger(1_000);
        return new Planner(() -> "id-" + ids.incrementAndGet()).plan(input);
    }

    @Property(tries = 300)
    void aPlanLeadsToWhatIsWantedAndThenThereIsNothingToDo(
            @ForAll("shapes") Shape first,
            @ForAll("damages") Damage damage,
            @ForAll("shapes") Shape second) {
        PlanWorld world = world(first, damage);

        world.apply(world.plan(second.wishes()));

        Map<String, ResourceSpec> wanted =
                second.wishes().stream()
                        .filter(wish -> !wish.shared())
                        .collect(Collectors.toMap(Desired::key, Desired::spec));
        Map<String, ResourceSpec> there =
                world.own().stream().collect(Collectors.toMap(Resource::key, Resource::spec));
        assertThat(there).isEqualTo(wanted);
        assertThat(world.own()).extracting(Resource::state).allMatch(ResourceState.ACTIVE::equals);
        Plan again = world.plan(second.wishes());
        assertThat(again)
                .isEqualTo(
                        new Plan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Property(tries = 300)
    void tasksComeAfterWhatTheyNeed(
            @ForAll("shapes") Shape first,
            @ForAll("damages") Damage damage,
            @ForAll("shapes") Shape second) {
        PlanWorld world = world(first, damage);
        Plan plan = world.plan(second.wishes());
        Map<String, TaskId> makers = new HashMap<>();
        Set<TaskId> before = new HashSet<>();

        for (Task task : plan.tasks()) {
            assertThat(before).containsAll(task.dependsOn());
            assertThat(task.state())
                    .isEqualTo(task.dependsOn().isEmpty() ? TaskState.READY : TaskState.BLOCKED);
            before.add(task.id());
            if (task.verb() == TaskVerb.CREATE) {
                makers.put(task.key(), task.id());
            }
        }
        for (Task task : plan.tasks()) {
            if (task.verb() == TaskVerb.CREATE || task.verb() == TaskVerb.UPDATE) {
                wantedSpec(task, plan, world).references().stream()
                        .map(Value::resource)
                        .filter(makers::containsKey)
                        .forEach(key -> assertThat(task.dependsOn()).contains(makers.get(key)));
            }
        }
    }

    private static ResourceSpec wantedSpec(Task task, Plan plan, PlanWorld world) {
        return task.payload().target() != null
                ? task.payload().target()
                : plan.added().stream()
                        .filter(thing -> thing.id().equals(task.resource()))
                        .findFirst()
                        .orElseGet(() -> world.thing(task.resource()))
                        .spec();
    }

    @Property(tries = 300)
    void nothingGoesBeforeThoseThatUseItAndNothingAdoptedGoes(
            @ForAll("shapes") Shape first,
            @ForAll("damages") Damage damage,
            @ForAll("shapes") Shape second) {
        PlanWorld world = world(first, damage);
        Plan plan = world.plan(second.wishes());
        List<Task> removals =
                plan.tasks().stream().filter(task -> task.verb() == TaskVerb.DELETE).toList();

        for (Task removal : removals) {
            Resource thing = world.thing(removal.resource());
            assertThat(thing.adopted()).isFalse();
            for (Task other : removals) {
                boolean uses =
                        world.thing(other.resource()).spec().references().stream()
                                .anyMatch(value -> value.resource().equals(thing.key()));
                if (uses) {
                    assertThat(removal.dependsOn()).contains(other.id());
                }
            }
        }
    }

    @Property(tries = 200)
    void aSharedThingGoesOnlyWithItsLastUser(
            @ForAll("shapes") Shape first, @ForAll("damages") Damage damage) {
        PlanWorld world = world(first, damage);
        int shared = world.shared().size();

        world.apply(world.plan(List.of()));

        assertThat(world.own()).isEmpty();
        assertThat(world.shared()).hasSize(damage.claimedElsewhere() ? shared : 0);
    }
}
