-- Licensed under the Apache License, Version 2.0; see LICENSE.
-- what joins clouds below their networks
create table interconnect (
    id varchar(64) primary key,
    tenant_id varchar(64) not null,
    name varchar(255) not null,
    kind varchar(32) not null,
    first_segment integer not null,
    last_segment integer not null,
    mtu integer not null,
    sides varchar not null,
    version bigint not null,
    constraint interconnect_name unique (tenant_id, name)
);

-- which link has which segment; two plans cannot both take one
create table segment_claim (
    interconnect_id varchar(64) not null,
    segment integer not null,
    ns_id varchar(64) not null,
    link varchar(255) not null,
    constraint segment_claim_taken unique (interconnect_id, segment)
);
create index segment_claim_ns on segment_claim (ns_id);
