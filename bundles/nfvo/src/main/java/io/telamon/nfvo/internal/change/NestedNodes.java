/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the expansion nodes that stand for nested services. */
public final class NestedNodes {
    /** Name of the expander that grows these nodes. */
    public static final String EXPANDER = "nested-service";

    /** Argument: member index of the nested service. */
    public static final String MEMBER = "member";

    /** Argument: NSD id of the nested service. */
    public static final String NSD = "nsd";

    /** Argument: {@code up} or {@code down}. */
    public static final String DIRECTION = "direction";

    /** Brings the nested service to life. */
    public static final String UP = "up";

    /** Takes it down. */
    public static final String DOWN = "down";

    private NestedNodes() {}

    static List<Task> instantiate(NsDescriptor nsd, OperationId operation, Instant now) {
        return nsd.nestedMembers().stream()
                .map(
                        nested ->
                                node(
                                        operation,
                                        Map.of(
                                                MEMBER, nested.memberIndex(),
                                                NSD, nested.nsdId(),
                                                DIRECTION, UP),
                                        now))
                .toList();
    }

    static List<Task> terminate(Topology topology, OperationId operation, Instant now) {
        return topology.nested().keySet().stream()
                .sorted()
                .map(member -> node(operation, Map.of(MEMBER, member, DIRECTION, DOWN), now))
                .toList();
    }

    private static Task node(OperationId operation, Map<String, String> arguments, Instant now) {
        TaskId id = TaskId.create();
        return new Task(
                id,
                operation,
                new ResourceId(id.value()),
                LaneId.expansion(),
                TaskVerb.EXPAND,
                "nested/" + arguments.get(MEMBER),
                new Task.Payload(null, EXPANDER, arguments),
                Set.of(),
                Task.Status.first(TaskState.READY, now));
    }
}
