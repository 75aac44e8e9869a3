-- Licensed under the Apache License, Version 2.0; see LICENSE.
-- One script for H2 and PostgreSQL. Ids are assigned by the writer; "seq" rises with time.
-- Columns that hold a JSON document carry its format number inside. Rows that change often
-- are narrow and stand apart from what never changes; an index exists where a query needs it.
-- There are no foreign keys on the tables that every task writes: removal goes through the store.

create table tenant (
    id varchar(64) primary key,
    name varchar(255) not null,
    description varchar not null,
    servers bigint not null,
    vcpus bigint not null,
    memory_mb bigint not null,
    networks bigint not null,
    version bigint not null,
    constraint tenant_name unique (name)
);

create table app_user (
    id varchar(64) primary key,
    name varchar(255) not null,
    password_hash varchar not null,
    roles varchar not null,
    failures integer not null,
    locked_until timestamp(6) with time zone,
    version bigint not null,
    constraint app_user_name unique (name)
);

create table api_token (
    id varchar(64) primary key,
    user_id varchar(64) not null,
    tenant_id varchar(64) not null,
    secret_hash varchar not null,
    label varchar not null,
    expires timestamp(6) with time zone
);
create index api_token_user on api_token (user_id);

create table account (
    lane varchar(80) primary key,
    tenant_id varchar(64) not null,
    kind varchar(16) not null,
    name varchar(255) not null,
    type varchar(64) not null,
    endpoint varchar not null,
    settings varchar not null,
    labels varchar not null,
    sealed_secret varchar not null,
    version bigint not null,
    constraint account_name unique (tenant_id, kind, name)
);

create table account_inventory (
    lane varchar(80) primary key,
    body varchar not null
);

create table reservation (
    ns_id varchar(64) not null,
    lane varchar(80) not null,
    tenant_id varchar(64) not null,
    servers bigint not null,
    vcpus bigint not null,
    memory_mb bigint not null,
    networks bigint not null,
    primary key (ns_id, lane)
);
create index reservation_lane on reservation (lane);
create index reservation_tenant on reservation (tenant_id);

create table catalog_entry (
    id varchar(64) primary key,
    tenant_id varchar(64) not null,
    kind varchar(16) not null,
    descriptor_id varchar(255) not null,
    title varchar not null,
    provider varchar not null,
    descriptor_version varchar not null,
    state varchar(16) not null,
    enabled boolean not null,
    file_name varchar,
    file_size bigint,
    sha256 varchar(64),
    created timestamp(6) with time zone not null,
    version bigint not null
);
create index catalog_entry_tenant on catalog_entry (tenant_id, id);
create index catalog_entry_descriptor on catalog_entry (descriptor_id);

create table catalog_document (
    entry_id varchar(64) not null,
    name varchar(64) not null,
    body text not null,
    primary key (entry_id, name)
);

create table ns_instance (
    id varchar(64) primary key,
    tenant_id varchar(64) not null,
    name varchar(255) not null,
    description varchar not null,
    nsd_id varchar(64) not null,
    state varchar(20) not null,
    topology varchar not null,
    created timestamp(6) with time zone not null,
    created_by varchar(255) not null,
    changed timestamp(6) with time zone not null,
    operation_id varchar(64),
    version bigint not null,
    constraint ns_instance_name unique (tenant_id, name)
);
create index ns_instance_tenant on ns_instance (tenant_id, id);

-- what an instance refers to: packages (package:<id>) and lanes (vim:<id>)
create table ns_use (
    ns_id varchar(64) not null,
    target varchar(80) not null,
    primary key (ns_id, target)
);
create index ns_use_target on ns_use (target);

create table lcm_operation (
    seq bigint primary key,
    id varchar(64) not null,
    tenant_id varchar(64) not null,
    ns_id varchar(64) not null,
    kind varchar(16) not null,
    actor varchar(255) not null,
    request varchar not null,
    before_topology varchar,
    state varchar(16) not null,
    started timestamp(6) with time zone not null,
    changed timestamp(6) with time zone not null,
    parent_task_id varchar(64),
    problem varchar,
    version bigint not null,
    constraint lcm_operation_id unique (id)
);
create index lcm_operation_tenant on lcm_operation (tenant_id, seq);
create index lcm_operation_ns on lcm_operation (ns_id);
create index lcm_operation_state on lcm_operation (state);

create table task (
    seq bigint primary key,
    id varchar(64) not null,
    operation_id varchar(64) not null,
    resource_id varchar(64) not null,
    lane varchar(80) not null,
    verb varchar(16) not null,
    task_key varchar not null,
    payload varchar not null,
    depends_on varchar not null,
    constraint task_id unique (id)
);
create index task_operation on task (operation_id);
create index task_resource on task (resource_id);

create table task_status (
    task_id varchar(64) primary key,
    state varchar(16) not null,
    attempt integer not null,
    due timestamp(6) with time zone not null,
    waiting_for varchar not null,
    problem varchar,
    changed timestamp(6) with time zone not null
);

create table attempt (
    task_id varchar(64) not null,
    attempt_number integer not null,
    started timestamp(6) with time zone not null,
    ended timestamp(6) with time zone,
    outcome varchar not null,
    problem varchar,
    primary key (task_id, attempt_number)
);

-- live_lane is the lane until the thing is deleted; shared_key is the key of a shared thing
-- that stays, so that two plans cannot both make it
create table resource (
    id varchar(64) primary key,
    tenant_id varchar(64) not null,
    ns_id varchar(64) not null,
    lane varchar(80) not null,
    resource_key varchar not null,
    spec varchar not null,
    token varchar not null,
    state varchar(16) not null,
    handle varchar not null,
    attributes varchar not null,
    adopted boolean not null,
    live_lane varchar(80),
    shared_key varchar,
    constraint resource_shared unique (lane, shared_key)
);
create index resource_ns on resource (ns_id);
create index resource_live on resource (live_lane);
create index resource_token on resource (token);

create table claim (
    lane varchar(80) not null,
    shared_key varchar not null,
    ns_id varchar(64) not null,
    primary key (lane, shared_key, ns_id)
);
create index claim_ns on claim (ns_id);

-- committed events without a position; the sequencer moves them to the journal
create table event_waiting (
    seq bigint primary key,
    tenant_id varchar(64) not null,
    subject_kind varchar(64) not null,
    subject_id varchar(80) not null,
    subject_version bigint not null,
    type varchar(64) not null,
    actor varchar(255) not null,
    happened timestamp(6) with time zone not null,
    data varchar not null
);

create table event (
    pos bigint primary key,
    tenant_id varchar(64) not null,
    subject_kind varchar(64) not null,
    subject_id varchar(80) not null,
    subject_version bigint not null,
    type varchar(64) not null,
    actor varchar(255) not null,
    happened timestamp(6) with time zone not null,
    data varchar not null
);
create index event_subject on event (subject_id, pos);

create table journal_head (
    id integer primary key,
    pos bigint not null
);
insert into journal_head (id, pos) values (1, 0);
