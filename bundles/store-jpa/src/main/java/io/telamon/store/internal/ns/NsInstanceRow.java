/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.ns;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A network service instance as a row. */
@Entity
@Table(name = "ns_instance")
class NsInstanceRow {
    @Id String id;
    String tenantId;
    String name;
    String description;
    String nsdId;
    String state;
    String topology;

    @Column(updatable = false)
    Instant created;

    @Column(updatable = false)
    String createdBy;

    Instant changed;
    String operationId;
    @Version long version;

    static NsInstanceRow of(NsInstance instance, long version, Documents documents) {
        NsInstanceRow row = new NsInstanceRow();
        row.id = instance.id().value();
        row.tenantId = instance.tenant().value();
        row.name = instance.name();
        row.description = instance.description();
        row.nsdId = instance.nsd().value();
        row.state = instance.state().name();
        row.topology = documents.topology.write(instance.topology());
        row.created = instance.stamps().created();
        row.createdBy = instance.stamps().createdBy();
        row.changed = instance.stamps().changed();
        OperationId operation = instance.stamps().currentOperation();
        row.operationId = operation == null ? null : operation.value();
        row.version = version;
        return row;
    }

    NsInstance toModel(Documents documents) {
        return new NsInstance(
                new NsInstanceId(id),
                new TenantId(tenantId),
                name,
                description,
                new PackageId(nsdId),
                NsState.valueOf(state),
                documents.topology.read(topology),
                new NsInstance.Stamps(
                        created,
                        createdBy,
                        changed,
                        operationId == null ? null : new OperationId(operationId)),
                version);
    }
}
