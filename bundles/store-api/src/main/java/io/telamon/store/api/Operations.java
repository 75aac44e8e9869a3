/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TenantId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operation occurrences, newest first in lists. */
public interface Operations {
    /** The operation; empty when there is none. */
    Optional<Operation> find(OperationId id);

    /** Operations of a tenant (null for all), newest first. */
    List<Operation> list(TenantId tenant, Slice slice);

    /** Operations of one instance, newest first. */
    List<Operation> ofInstance(NsInstanceId instance);

    /** Operations that are not final, for start-up. */
    List<Operation> unfinished();

    /** Number of operations by state, for metrics. */
    Map<OperationState, Long> countByState();

    /** Adds a new operation. */
    Operation add(Operation operation);

    /** Stores a change; STALE when the version is not the stored one. */
    Operation save(Operation operation);
}
