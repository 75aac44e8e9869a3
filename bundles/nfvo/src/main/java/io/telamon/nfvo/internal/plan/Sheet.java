/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import static java.util.stream.Collectors.toSet;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where the planner writes a plan down: knows which task makes, changes or removes which key. */
final class Sheet {
    private final PlanInput input;
    private final Supplier<String> ids;
    private final List<Resource> added = new ArrayList<>();
    private final List<Resource> changed = new ArrayList<>();
    private final List<Claim> claim = new ArrayList<>();
    private final List<Claim> unclaim = new ArrayList<>();
    private final Map<TaskId, Step> steps = new LinkedHashMap<>();
    private final Map<PlanInput.SharedKey, TaskId> makers = new HashMap<>();
    private final Set<String> renewed = new HashSet<>();
    private final Map<String, Step> replaced = new HashMap<>();

    /** A task to be with the resource before and after. */
    private record Step(
            TaskId id, Resource thing, TaskVerb verb, Task.Payload payload, Set<TaskId> after) {}

    Sheet(PlanInput input, Supplier<String> ids) {
        this.input = input;
        this.ids = ids;
    }

    boolean isRenewed(String key) {
        return renewed.contains(key);
    }

    void claim(Claim next) {
        claim.add(next);
    }

    void unclaim(Claim gone) {
        unclaim.add(gone);
    }

    /** Records a thing that is there already; no task. */
    void adopt(Desired wish) {
        added.add(
                record(wish, input.instance())
                        .observed(ResourceState.ACTIVE, wish.adoptHandle(), Map.of())
                        .asAdopted());
    }

    /** Makes a thing. */
    TaskId create(Desired wish, List<TaskId> after) {
        Resource thing = record(wish, input.instance());
        added.add(thing);
        renewed.add(wish.key());
        return maker(wish, thing, after);
    }

    /** Makes a shared thing, on its record if one stays, after whatever others do with it. */
    void createShared(Desired wish, SharedState state) {
        Resource thing = state.resource();
        if (thing == null || state.isLeaving()) {
            thing = record(wish, Resource.SHARED);
            added.add(thing);
        }
        maker(wish, thing, state.open());
    }

    /** Removes a thing and makes it anew. */
    void replace(Desired wish, Resource known) {
        TaskId removal = delete(known);
        replaced.put(wish.key(), steps.get(removal));
        create(wish, List.of(removal));
    }

    /**
     * False for a chain of which nothing would be left while machines that it leads through are
     * removed and made anew.
     */
    boolean canLetGo(Resource known) {
        return holds(known).isEmpty() || rest(known).isPresent();
    }

    /**
     * Changes a thing in place. A chain lets go first of the machines that are removed and made
     * anew: a controller keeps the ports of its functions, and the cloud then refuses to remove
     * them (Neutron: the port of a port pair).
     */
    void update(Desired wish, Resource known) {
        Set<TaskId> after = makersOf(wish);
        List<Step> held = holds(known);
        if (!held.isEmpty()) {
            ChainSpec rest = rest(known).orElseThrow();
            TaskId release =
                    step(known, TaskVerb.UPDATE, Task.Payload.of(rest), new LinkedHashSet<>());
            held.forEach(removal -> removal.after().add(release));
            after.add(release);
        }
        step(known, TaskVerb.UPDATE, Task.Payload.of(wish.spec()), after);
    }

    /** Removals of machines that come back and that this chain leads through. */
    private List<Step> holds(Resource known) {
        if (!(known.spec() instanceof ChainSpec)) {
            return List.of();
        }
        return known.spec().references().stream()
                .map(value -> replaced.get(value.resource()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Neither what comes back nor what goes for good: both removals may wait for each other. */
    private Optional<ChainSpec> rest(Resource chain) {
        Set<String> wanted = input.desired().stream().map(Desired::key).collect(toSet());
        return ((ChainSpec) chain.spec())
                .without(key -> replaced.containsKey(key) || !wanted.contains(key));
    }

    /** Lets a thing act. */
    void act(Resource known, String action) {
        step(known, TaskVerb.ACT, Task.Payload.act(action), new LinkedHashSet<>());
    }

    /** Removes a thing; the task keeps what it was, for a rollback that comes before the call. */
    TaskId delete(Resource known) {
        if (known.state() != ResourceState.DELETING) {
            changed.add(known.withState(ResourceState.DELETING));
        }
        return step(
                known,
                TaskVerb.DELETE,
                Task.Payload.removalOf(known.state()),
                new LinkedHashSet<>());
    }

    /** Drops a record whose thing is not there or not ours; no task. */
    void forget(Resource known) {
        changed.add(known.withState(ResourceState.DELETED));
    }

    /** Adds the order of removals and returns the plan. */
    Plan finish() {
        List<Step> removals =
                steps.values().stream().filter(step -> step.verb() == TaskVerb.DELETE).toList();
        removals.forEach(removal -> afterUsers(removal, TaskVerb.DELETE));
        removals.stream()
                .filter(removal -> !comesBack(removal.thing()))
                .forEach(removal -> afterUsers(removal, TaskVerb.UPDATE));
        afterMove(removals.stream().filter(removal -> moves(removal.thing())).toList());
        return new Plan(added, changed, kept(), order(), claim, unclaim);
    }

    private List<Resource> kept() {
        return steps.values().stream()
                .filter(step -> step.verb() == TaskVerb.UPDATE || step.verb() == TaskVerb.ACT)
                .map(Step::thing)
                .distinct()
                .toList();
    }

    /** True when it is made on another account in this plan. */
    private boolean moves(Resource thing) {
        return !comesBack(thing) && makers.containsKey(new PlanInput.SharedKey(null, thing.key()));
    }

    /**
     * What moves is removed only when all of it is there: one removal waits for all makers, the
     * others for that one, so that a large service needs few edges.
     */
    private void afterMove(List<Step> removals) {
        Optional<Step> first =
                removals.stream()
                        .filter(removal -> removal.thing().spec() instanceof ServerSpec)
                        .findFirst()
                        .or(() -> removals.stream().findFirst());
        for (Step removal : removals) {
            first.get()
                    .after()
                    .add(makers.get(new PlanInput.SharedKey(null, removal.thing().key())));
            if (removal != first.get()) {
                removal.after().add(first.get().id());
            }
        }
    }

    private boolean comesBack(Resource thing) {
        return makers.containsKey(new PlanInput.SharedKey(thing.owner().lane(), thing.key()));
    }

    private TaskId maker(Desired wish, Resource thing, List<TaskId> after) {
        Set<TaskId> all = makersOf(wish);
        all.addAll(after);
        TaskId id = step(thing, TaskVerb.CREATE, Task.Payload.none(), all);
        makers.put(new PlanInput.SharedKey(wish.lane(), wish.key()), id);
        makers.putIfAbsent(new PlanInput.SharedKey(null, wish.key()), id);
        return id;
    }

    private Set<TaskId> makersOf(Desired wish) {
        Set<TaskId> found = new LinkedHashSet<>();
        wish.spec()
                .references()
                .forEach(
                        value -> {
                            TaskId here =
                                    makers.get(
                                            new PlanInput.SharedKey(wish.lane(), value.resource()));
                            TaskId anywhere =
                                    makers.get(new PlanInput.SharedKey(null, value.resource()));
                            if (here != null || anywhere != null) {
                                found.add(here != null ? here : anywhere);
                            }
                        });
        return found;
    }

    private TaskId step(Resource thing, TaskVerb verb, Task.Payload payload, Set<TaskId> after) {
        TaskId id = new TaskId(ids.get());
        steps.put(id, new Step(id, thing, verb, payload, after));
        return id;
    }

    /**
     * A thing goes only after those that refer to it are gone, and, unless it comes back, after
     * those that change let it go; the latter only as far as the change need not wait itself for
     * this removal.
     */
    private void afterUsers(Step removal, TaskVerb verb) {
        for (Step other : steps.values()) {
            boolean refers =
                    other.verb() == verb
                            && isMeant(removal.thing(), other.thing().owner().lane())
                            && other.thing().spec().references().stream()
                                    .anyMatch(
                                            value ->
                                                    value.resource().equals(removal.thing().key()));
            if (refers && !waitsFor(other, removal.id(), new HashSet<>())) {
                removal.after().add(other.id());
            }
        }
    }

    /** True when the key of a thing, said on a lane, means this one and not another one there. */
    private boolean isMeant(Resource thing, LaneId lane) {
        return thing.owner().lane().equals(lane)
                || !makers.containsKey(new PlanInput.SharedKey(lane, thing.key()))
                        && input.recorded().stream()
                                .noneMatch(
                                        known ->
                                                known.key().equals(thing.key())
                                                        && known.owner().lane().equals(lane));
    }

    private boolean waitsFor(Step step, TaskId earlier, Set<TaskId> seen) {
        return step.id().equals(earlier)
                || step.after().stream()
                        .filter(seen::add)
                        .map(steps::get)
                        .filter(Objects::nonNull)
                        .anyMatch(before -> waitsFor(before, earlier, seen));
    }

    private List<Task> order() {
        Map<TaskId, Task> ordered = new LinkedHashMap<>();
        steps.values().forEach(step -> visit(step, ordered));
        return List.copyOf(ordered.values());
    }

    private void visit(Step step, Map<TaskId, Task> ordered) {
        if (ordered.containsKey(step.id())) {
            return;
        }
        step.after().stream()
                .map(steps::get)
                .filter(Objects::nonNull)
                .forEach(earlier -> visit(earlier, ordered));
        TaskState first = step.after().isEmpty() ? TaskState.READY : TaskState.BLOCKED;
        ordered.put(
                step.id(),
                new Task(
                        step.id(),
                        input.operation(),
                        step.thing().id(),
                        step.thing().owner().lane(),
                        step.verb(),
                        step.thing().key(),
                        step.payload(),
                        step.after(),
                        Task.Status.first(first, input.now())));
    }

    private Resource record(Desired wish, NsInstanceId owner) {
        String id = ids.get();
        return new Resource(
                new ResourceId(id),
                new Resource.Owner(input.tenant(), owner, wish.lane()),
                wish.key(),
                wish.spec(),
                new RequestToken("tm-" + id),
                ResourceState.PLANNED,
                "",
                Map.of(),
                false);
    }
}
