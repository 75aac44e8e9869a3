/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import io.telamon.ro.internal.ledger.Calls;
import io.telamon.ro.internal.ledger.Ledger;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.ro.internal.port.Ports;
import io.telamon.ro.internal.work.ExpansionWorker;
import io.telamon.security.api.Sealer;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.Await;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The RO put together by hand on a store in memory and a fake cloud. */
public final class Rig implements AutoCloseable {
    public final FlakyStore store;
    public final FakeCloud cloud;
    public final TenantId tenant = TenantId.create();
    public final Plugins plugins = new Plugins();
    public final Ports ports;
    public final ExpansionWorker expansions;
    public final Ledger ledger;
    private final Settings settings;

    /** A rig with the plug-in present. */
    public Rig() {
        this(Settings.quick(), new FlakyStore(), new FakeCloud(), Clock.systemUTC());
    }

    /** A rig with the plug-in present and other settings. */
    public Rig(Settings settings) {
        this(settings, new FlakyStore(), new FakeCloud(), Clock.systemUTC());
    }

    /** A rig on a store and a cloud that are there already, as after a restart. */
    public Rig(Settings settings, FlakyStore store, FakeCloud cloud, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.cloud = cloud;
        plugins.bind(cloud);
        ports = new Ports(store, new PlainSealer(), plugins, settings);
        CrashPoints crash = new CrashPoints("");
        expansions = new ExpansionWorker(store, crash);
        ledger = new Ledger(store, plugins, new Calls(ports, expansions, clock), crash, settings);
    }

    /** Says openly what it was given. */
    public static final class PlainSealer implements Sealer {
        @Override
        public String seal(String secret, String context) {
            return "sealed:" + context + ":" + secret;
        }

        @Override
        public String unseal(String sealed, String context) {
            return sealed.substring(("sealed:" + context + ":").length());
        }
    }

    /** A second RO on the same store and cloud, as after a restart. */
    public Rig restarted() {
        return new Rig(settings, store, cloud, Clock.systemUTC());
    }

    /** Adds an account whose endpoint is its name. */
    public LaneId account(String name) {
        return account(name, FakeCloud.TYPE);
    }

    /** Adds an account of a type. */
    public LaneId account(String name, String type) {
        LaneId lane = LaneId.of(VimAccountId.create());
        Account account = new Account(lane, tenant, name, type, name, Map.of(), Map.of(), "", 0);
        store.write(work -> work.accounts().add(account));
        return lane;
    }

    /** A plan for a new service on a lane. */
    public Plans plan(LaneId lane) {
        return new Plans(store, tenant, lane);
    }

    /** Tells the ledger and returns the id. */
    public OperationId start(Plans plan) {
        OperationId id = plan.store();
        ledger.wake(id);
        return id;
    }

    /** The operation now. */
    public Operation operation(OperationId id) {
        return store.read(work -> work.operations().find(id)).orElseThrow();
    }

    /** Waits until the operation is in this state. */
    public Operation await(OperationId id, OperationState state) {
        return Await.value(
                "operation in " + state + " with " + describe(id),
                () -> operation(id),
                found -> found.state() == state);
    }

    /** Waits until the task is in this state. */
    public Task await(OperationId id, String key, TaskState state) {
        return Await.value(
                key + " in " + state, () -> task(id, key), found -> found.state() == state);
    }

    /** The task on this key. */
    public Task task(OperationId id, String key) {
        return tasks(id).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow();
    }

    /** All tasks. */
    public List<Task> tasks(OperationId id) {
        return store.read(work -> work.tasks().ofOperation(id));
    }

    /** The recorded thing of a task. */
    public Resource resource(OperationId id, String key) {
        return store.read(work -> work.resources().find(task(work, id, key).resource()))
                .orElseThrow();
    }

    private static Task task(UnitOfWork work, OperationId id, String key) {
        return work.tasks().ofOperation(id).stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String describe(OperationId id) {
        return tasks(id).stream()
                .map(task -> task.key() + " " + task.state() + " " + task.status().waitingFor())
                .toList()
                .toString();
    }

    @Override
    public void close() {
        ledger.close();
        ports.close();
    }
}
