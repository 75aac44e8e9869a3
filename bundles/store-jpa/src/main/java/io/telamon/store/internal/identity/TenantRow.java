/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.identity;

import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Tenant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A tenant as a row. */
@Entity
@Table(name = "tenant")
class TenantRow {
    @Id String id;
    String name;
    String description;
    long servers;
    long vcpus;
    long memoryMb;
    long networks;
    @Version long version;

    static TenantRow of(Tenant tenant, long version) {
        TenantRow row = new TenantRow();
        row.id = tenant.id().value();
        row.name = tenant.name();
        row.description = tenant.description();
        row.servers = tenant.quota().servers();
        row.vcpus = tenant.quota().vcpus();
        row.memoryMb = tenant.quota().memoryMb();
        row.networks = tenant.quota().networks();
        row.version = version;
        return row;
    }

    Tenant toModel() {
        return new Tenant(
                new TenantId(id),
                name,
                description,
                new Quota(servers, vcpus, memoryMb, networks),
                version);
    }
}
