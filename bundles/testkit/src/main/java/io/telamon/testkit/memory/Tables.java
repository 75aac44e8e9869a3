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
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that is committed. */
final class Tables {
    final Object lock = new Object();
    final Table<NsInstanceId, NsInstance> instances = new Table<>(lock);
    final Table<OperationId, Operation> operations = new Table<>(lock);
    final Table<TaskId, Task> tasks = new Table<>(lock);
    final Table<AttemptKey, Attempt> attempts = new Table<>(lock);
    final Table<ResourceId, Resource> resources = new Table<>(lock);
    final Table<Claim, Claim> claims = new Table<>(lock);
    final Table<InterconnectId, Interconnect> interconnects = new Table<>(lock);
    final Table<SegmentKey, SegmentClaim> segments = new Table<>(lock);
    final Table<LaneId, Account> accounts = new Table<>(lock);
    final Table<LaneId, Inventory> inventories = new Table<>(lock);
    final Table<ReservationKey, Reservation> reservations = new Table<>(lock);
    final Table<PackageId, CatalogEntry> packages = new Table<>(lock);
    final Table<DocumentKey, Document> documents = new Table<>(lock);
    final Table<TenantId, Tenant> tenants = new Table<>(lock);
    final Table<UserId, User> users = new Table<>(lock);
    final Table<TokenId, Token> tokens = new Table<>(lock);
    final Table<String, String> settings = new Table<>(lock);
    final Table<Long, Event> pending = new Table<>(lock);
    final Table<Long, Event.Positioned> journal = new Table<>(lock);
    final AtomicLong sequence = new AtomicLong();

    /** Identifies an attempt. */
    record AttemptKey(TaskId task, int number) {}

    /** Identifies a segment. */
    record SegmentKey(InterconnectId interconnect, int segment) {}

    /** Identifies a reservation. */
    record ReservationKey(NsInstanceId instance, LaneId lane) {}

    /** What an instance holds on an account. */
    record Reservation(ReservationKey key, Quota amount) {}

    /** Identifies a text kept with a package. */
    record DocumentKey(PackageId entry, String name) {}

    /** A text kept with a package. */
    record Document(DocumentKey key, String body) {}
}
