/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.ns;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A life-cycle operation as a row; only its progress is written again. */
@Entity
@Table(name = "lcm_operation")
class OperationRow {
    @Id String id;

    @Column(updatable = false)
    long seq;

    @Column(updatable = false)
    String tenantId;

    @Column(updatable = false)
    String nsId;

    @Column(updatable = false)
    String kind;

    @Column(updatable = false)
    String actor;

    String request;
    String beforeTopology;
    String state;

    @Column(updatable = false)
    Instant started;

    Instant changed;
    String parentTaskId;
    String problem;
    @Version long version;

    static OperationRow of(Operation operation, long version, Documents documents) {
        OperationRow row = new OperationRow();
        row.id = operation.id().value();
        row.tenantId = operation.tenant().value();
        row.nsId = operation.instance().value();
        row.kind = operation.kind().name();
        row.actor = operation.actor();
        row.request = documents.texts.write(operation.request());
        row.beforeTopology = documents.topology.write(operation.before());
        Operation.Progress progress = operation.progress();
        row.state = progress.state().name();
        row.started = progress.started();
        row.changed = progress.changed();
        row.parentTaskId = progress.parent() == null ? null : progress.parent().value();
        row.problem = documents.problem.write(progress.problem());
        row.version = version;
        return row;
    }

    Operation toModel(Documents documents) {
        return new Operation(
                new OperationId(id),
                new TenantId(tenantId),
                new NsInstanceId(nsId),
                OperationKind.valueOf(kind),
                documents.texts.read(request),
                actor,
                documents.topology.read(beforeTopology),
                new Operation.Progress(
                        OperationState.valueOf(state),
                        started,
                        changed,
                        parentTaskId == null ? null : new TaskId(parentTaskId),
                        documents.problem.read(problem)),
                version);
    }
}
