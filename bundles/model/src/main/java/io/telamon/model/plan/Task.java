/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One verb on one resource at one partner: the unit of work, of retry and of crash recovery.
 *
 * @param id our id
 * @param operation operation it belongs to
 * @param resource resource it works on; for an expansion the id of the node itself
 * @param lane partner that does it
 * @param verb what to do
 * @param key resource key, shown to people
 * @param payload what the verb needs beyond the recorded resource
 * @param dependsOn tasks that must be settled before
 * @param status where it stands
 */
public record Task(
        TaskId id,
        OperationId operation,
        ResourceId resource,
        LaneId lane,
        TaskVerb verb,
        String key,
        Payload payload,
        Set<TaskId> dependsOn,
        Status status) {
    /** Copies the set. */
    public Task {
        dependsOn = Set.copyOf(dependsOn);
    }

    /**
     * What a verb needs beyond the recorded resource.
     *
     * @param target for CREATE and UPDATE the wanted spec, else null
     * @param action for ACT the action's name, for EXPAND the expander's name, else empty
     * @param arguments arguments of the action or expansion; for DELETE what {@link #was} tells
     */
    public record Payload(ResourceSpec target, String action, Map<String, String> arguments) {
        private static final String WAS = "was";

        /** Copies the map. */
        public Payload {
            arguments = Map.copyOf(arguments);
        }

        /** A verb that needs nothing more. */
        public static Payload none() {
            return new Payload(null, "", Map.of());
        }

        /** The removal of a thing that was in this state. */
        public static Payload removalOf(ResourceState was) {
            return new Payload(null, "", Map.of(WAS, was.name()));
        }

        /** The state that the thing of a removal was in, if that is kept. */
        public Optional<ResourceState> was() {
            return Optional.ofNullable(arguments.get(WAS)).map(ResourceState::valueOf);
        }

        /** An action without arguments. */
        public static Payload act(String action) {
            return new Payload(null, action, Map.of());
        }

        /** A wish. */
        public static Payload of(ResourceSpec target) {
            return new Payload(target, "", Map.of());
        }
    }

    /**
     * Where a task stands.
     *
     * @param state state
     * @param attempt number of recorded intents so far
     * @param due not before this time
     * @param waitingFor why it waits, for people; empty when it does not
     * @param problem the last error, or null
     * @param changed time of the last change
     */
    public record Status(
            TaskState state,
            int attempt,
            Instant due,
            String waitingFor,
            Problem problem,
            Instant changed) {
        /** A new task's status. */
        public static Status first(TaskState state, Instant now) {
            return new Status(state, 0, now, "", null, now);
        }

        /** The same with what it waits for. */
        public Status waitingFor(String reason) {
            return new Status(state, attempt, due, reason, problem, changed);
        }
    }

    /** The same task with another status. */
    public Task with(Status next) {
        return new Task(id, operation, resource, lane, verb, key, payload, dependsOn, next);
    }

    /**
     * For people: what holds up the whole account is said at each of its tasks that would go out.
     *
     * @param reason why calls of the task's lane do not go out, empty when they do
     */
    public Task heldUp(String reason) {
        boolean goes = state() == TaskState.READY || state() == TaskState.BUILDING;
        return goes && !reason.isEmpty() ? with(status.waitingFor(reason)) : this;
    }

    /** Shorthand for the state. */
    public TaskState state() {
        return status.state();
    }
}
