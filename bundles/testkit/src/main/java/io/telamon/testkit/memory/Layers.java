/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.InterconnectId;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.event.Event;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import java.util.ArrayList;
import java.util.List;

/** All layers of one unit of work. */
final class Layers {
    private final List<Layer<?, ?>> all = new ArrayList<>();
    private final Tables tables;
    final Layer<NsInstanceId, NsInstance> instances;
    final Layer<OperationId, Operation> operations;
    final Layer<TaskId, Task> tasks;
    final Layer<Tables.AttemptKey, Attempt> attempts;
    final Layer<ResourceId, Resource> resources;
    final Layer<Claim, Claim> claims;
    final Layer<InterconnectId, Interconnect> interconnects;
    final Layer<Tables.SegmentKey, SegmentClaim> segments;
    final Layer<LaneId, Account> accounts;
    final Layer<LaneId, Inventory> inventories;
    final Layer<Tables.ReservationKey, Tables.Reservation> reservations;
    final Layer<PackageId, CatalogEntry> packages;
    final Layer<Tables.DocumentKey, Tables.Document> documents;
    final Layer<TenantId, Tenant> tenants;
    final Layer<UserId, User> users;
    final Layer<TokenId, Token> tokens;
    final Layer<String, String> settings;
    final Layer<Long, Event> pending;
    final Layer<Long, Event.Positioned> journal;
    private boolean appended;

    Layers(Tables tables) {
        this.tables = tables;
        instances = over(tables.instances);
        operations = over(tables.operations);
        tasks = over(tables.tasks);
        attempts = over(tables.attempts);
        resources = over(tables.resources);
        claims = over(tables.claims);
        interconnects = over(tables.interconnects);
        segments = over(tables.segments);
        accounts = over(tables.accounts);
        inventories = over(tables.inventories);
        reservations = over(tables.reservations);
        packages = over(tables.packages);
        documents = over(tables.documents);
        tenants = over(tables.tenants);
        users = over(tables.users);
        tokens = over(tables.tokens);
        settings = over(tables.settings);
        pending = over(tables.pending);
        journal = over(tables.journal);
    }

    /** Puts an event behind all others that wait for a position. */
    void append(Event event) {
        appended = true;
        pending.put(tables.sequence.incrementAndGet(), event);
    }

    boolean appended() {
        return appended;
    }

    /** Lays all changes over the tables at once: nobody sees half of them. */
    void commit() {
        synchronized (tables.lock) {
            all.stream().filter(Layer::changed).forEach(Layer::commit);
        }
    }

    private <K, V> Layer<K, V> over(Table<K, V> table) {
        Layer<K, V> layer = new Layer<>(table);
        all.add(layer);
        return layer;
    }
}
