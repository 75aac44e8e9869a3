-- Licensed under the Apache License, Version 2.0; see LICENSE.
-- the sum of a tenant's reservations on an account, kept with each change of them
create table reserved (
    lane varchar(80) not null,
    tenant_id varchar(64) not null,
    servers bigint not null,
    vcpus bigint not null,
    memory_mb bigint not null,
    networks bigint not null,
    primary key (lane, tenant_id)
);
create index reserved_tenant on reserved (tenant_id);
insert into reserved (lane, tenant_id, servers, vcpus, memory_mb, networks)
    select lane, tenant_id, sum(servers), sum(vcpus), sum(memory_mb), sum(networks)
    from reservation group by lane, tenant_id;
-- nothing is summed over reservations any more, and their key leads with the instance
drop index reservation_tenant;
