/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.resource;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.TenantId;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A recorded resource as a row; owner, key and token never change. */
@Entity
@Table(name = "resource")
class ResourceRow {
    @Id String id;

    @Column(updatable = false)
    String tenantId;

    @Column(updatable = false)
    String nsId;

    @Column(updatable = false)
    String lane;

    @Column(updatable = false)
    String resourceKey;

    String spec;

    @Column(updatable = false)
    String token;

    String state;
    String handle;
    String attributes;

    @Column(updatable = false)
    boolean adopted;

    String liveLane;
    String sharedKey;

    static ResourceRow of(Resource resource, Documents documents) {
        ResourceRow row = new ResourceRow();
        row.id = resource.id().value();
        row.tenantId = resource.owner().tenant().value();
        row.nsId = resource.owner().instance().value();
        row.lane = resource.owner().lane().toString();
        row.resourceKey = resource.key();
        row.spec = documents.spec.write(resource.spec());
        row.token = resource.token().value();
        row.state = resource.state().name();
        row.handle = resource.handle();
        row.attributes = documents.texts.write(resource.attributes());
        row.adopted = resource.adopted();
        boolean gone = resource.state() == ResourceState.DELETED;
        boolean stays = !gone && resource.state() != ResourceState.DELETING;
        boolean shared = resource.owner().instance().equals(Resource.SHARED);
        row.liveLane = gone ? null : row.lane;
        row.sharedKey = shared && stays ? row.resourceKey : null;
        return row;
    }

    Resource toModel(Documents documents) {
        return new Resource(
                new ResourceId(id),
                new Resource.Owner(
                        new TenantId(tenantId), new NsInstanceId(nsId), LaneId.parse(lane)),
                resourceKey,
                documents.spec.read(spec),
                new RequestToken(token),
                ResourceState.valueOf(state),
                handle,
                documents.texts.read(attributes),
                adopted);
    }
}
