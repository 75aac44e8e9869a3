/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Puts changes of tasks, operations and instances into the words of the journal. */
final class Events {
    private static final String ACTOR = "ro";
    private static final long MICROS = 1_000_000L;

    private Events() {}

    static Event of(Task task, Operation operation, Instant at) {
        Map<String, String> data = new HashMap<>();
        data.put("operation", task.operation().value());
        data.put("instance", operation.instance().value());
        data.put("key", task.key());
        data.put("verb", task.verb().name());
        data.put("lane", task.lane().toString());
        data.put("state", task.state().name());
        data.put("attempt", Integer.toString(task.status().attempt()));
        if (!task.status().waitingFor().isEmpty()) {
            data.put("waitingFor", task.status().waitingFor());
        }
        if (task.status().problem() != null) {
            data.put("problem", task.status().problem().detail());
        }
        return new Event(
                operation.tenant(),
                new Event.Subject(
                        "task",
                        task.id().value(),
                        at.getEpochSecond() * MICROS + at.getNano() / 1_000),
                type(task),
                ACTOR,
                at,
                data);
    }

    static Event of(Operation operation) {
        Map<String, String> data = new HashMap<>();
        data.put("instance", operation.instance().value());
        data.put("kind", operation.kind().name());
        data.put("state", operation.state().name());
        if (operation.progress().problem() != null) {
            data.put("problem", operation.progress().problem().detail());
        }
        return new Event(
                operation.tenant(),
                new Event.Subject("operation", operation.id().value(), operation.version()),
                type(operation),
                ACTOR,
                operation.progress().changed(),
                data);
    }

    static Event of(NsInstance instance, Instant now) {
        return new Event(
                instance.tenant(),
                new Event.Subject("ns", instance.id().value(), instance.version()),
                "NsInstanceChanged",
                ACTOR,
                now,
                Map.of("name", instance.name(), "state", instance.state().name()));
    }

    private static String type(Task task) {
        return switch (task.state()) {
            case BLOCKED, READY -> "TaskWaiting";
            case RUNNING -> "TaskStarted";
            case BUILDING -> "TaskBuilding";
            case UNKNOWN -> "TaskOutcomeUnknown";
            case FAILED -> "TaskFailed";
            case DONE -> "TaskDone";
            case SKIPPED -> "TaskSkipped";
            case CANCELLED -> "TaskCancelled";
        };
    }

    private static String type(Operation operation) {
        return switch (operation.state()) {
            case PROCESSING -> "OperationResumed";
            case COMPLETED -> "OperationCompleted";
            case FAILED_TEMP -> "OperationFailedTemporarily";
            case FAILED -> "OperationFailed";
            case ROLLING_BACK -> "OperationRollingBack";
            case ROLLED_BACK -> "OperationRolledBack";
        };
    }
}
