/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

import io.telamon.errors.Problem;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Topology;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One life-cycle operation occurrence: who wanted what of which instance, and how it went.
 *
 * @param id our id
 * @param tenant owning tenant
 * @param instance instance it changes
 * @param kind what it does
 * @param request parameters as asked for, in the order given
 * @param actor user name that asked
 * @param before topology to return to on rollback, null where none is possible
 * @param progress where it stands
 * @param version optimistic lock, raised by the store
 */
public record Operation(
        OperationId id,
        TenantId tenant,
        NsInstanceId instance,
        OperationKind kind,
        Map<String, String> request,
        String actor,
        Topology before,
        Progress progress,
        long version) {
    /** Copies the map, keeping its order. */
    public Operation {
        request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
    }

    /**
     * Where an operation stands.
     *
     * @param state state
     * @param started time of acceptance
     * @param changed time of the last change of state
     * @param parent expansion task this operation serves (nested service), or null
     * @param problem why it is in FAILED_TEMP or FAILED, else null
     */
    public record Progress(
            OperationState state,
            Instant started,
            Instant changed,
            TaskId parent,
            Problem problem) {}

    /** The same operation in another state. */
    public Operation with(OperationState next, Problem problem, Instant now) {
        return new Operation(
                id,
                tenant,
                instance,
                kind,
                request,
                actor,
                before,
                new Progress(next, progress.started(), now, progress.parent(), problem),
                version);
    }

    /** Shorthand for the state. */
    public OperationState state() {
        return progress.state();
    }
}
