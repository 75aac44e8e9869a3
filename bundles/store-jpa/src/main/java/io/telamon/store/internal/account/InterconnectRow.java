/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.InterconnectId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Interconnect;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An interconnect. */
@Entity
@Table(name = "interconnect")
class InterconnectRow {
    @Id String id;
    String tenantId;
    String name;
    String kind;
    int firstSegment;
    int lastSegment;
    int mtu;
    String sides;
    @Version long version;

    static InterconnectRow of(Interconnect model, long version, Documents documents) {
        InterconnectRow row = new InterconnectRow();
        row.id = model.id().value();
        row.tenantId = model.tenant().value();
        row.name = model.name();
        row.kind = model.kind().name();
        row.firstSegment = model.segments().first();
        row.lastSegment = model.segments().last();
        row.mtu = model.segments().mtu();
        row.sides = documents.sides.write(model.sides());
        row.version = version;
        return row;
    }

    Interconnect toModel(Documents documents) {
        return new Interconnect(
                new InterconnectId(id),
                new TenantId(tenantId),
                name,
                Interconnect.Kind.valueOf(kind),
                new Interconnect.Segments(firstSegment, lastSegment, mtu),
                documents.sides.read(sides),
                version);
    }
}
