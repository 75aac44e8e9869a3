/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.desire.Span;
import io.telamon.nfvo.internal.place.Placement;
import io.telamon.nfvo.internal.place.Room;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.northbound.api.PlanPreview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows a draft as doors want it. */
final class Previews {
    private Previews() {}

    static PlanPreview of(Draft draft, Clouds clouds, Room room) {
        return new PlanPreview(
                steps(draft, clouds),
                draft.wish().placements().stream()
                        .map(decision -> placement(decision, clouds))
                        .toList(),
                draft.after().entrySet().stream()
                        .map(
                                demand ->
                                        new PlanPreview.Need(
                                                clouds.name(demand.getKey()),
                                                demand.getValue(),
                                                room.free(demand.getKey())))
                        .toList(),
                draft.spans().stream().map(span -> link(span, clouds)).toList(),
                draft.refusals().stream().map(Refusal::reason).toList());
    }

    private static PlanPreview.LinkView link(Span span, Clouds clouds) {
        return new PlanPreview.LinkView(
                span.link(),
                span.networks().keySet().stream().map(clouds::name).toList(),
                span.over().name(),
                span.segment(),
                span.reason());
    }

    private static PlanPreview.PlacementView placement(Placement.Decision decision, Clouds clouds) {
        String account = decision.account() == null ? "" : clouds.name(decision.account());
        return new PlanPreview.PlacementView(decision.memberIndex(), account, decision.reason());
    }

    private static List<PlanPreview.Step> steps(Draft draft, Clouds clouds) {
        Map<ResourceId, Resource> things = new HashMap<>();
        draft.plan().added().forEach(thing -> things.put(thing.id(), thing));
        draft.plan().changed().forEach(thing -> things.put(thing.id(), thing));
        draft.plan().kept().forEach(thing -> things.put(thing.id(), thing));
        Map<TaskId, String> keys = new HashMap<>();
        draft.plan().tasks().forEach(task -> keys.put(task.id(), task.key()));
        return draft.plan().tasks().stream().map(task -> step(task, things, keys, clouds)).toList();
    }

    private static PlanPreview.Step step(
            Task task, Map<ResourceId, Resource> things, Map<TaskId, String> keys, Clouds clouds) {
        Resource thing = things.get(task.resource());
        String kind = thing == null ? task.key().split("/")[0] : thing.spec().kind();
        String name = thing == null ? task.key() : thing.spec().name();
        return new PlanPreview.Step(
                task.verb().name(),
                kind,
                task.key(),
                name,
                clouds.name(task.lane()),
                task.dependsOn().stream()
                        .map(id -> keys.getOrDefault(id, id.value()))
                        .sorted()
                        .toList());
    }
}
