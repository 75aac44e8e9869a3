/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.nfvo.internal.change.Changes;
import io.telamon.nfvo.internal.change.Rollback;
import io.telamon.nfvo.internal.door.Occurrences;
import io.telamon.nfvo.internal.door.Services;
import io.telamon.nfvo.internal.nested.NestedServices;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.OperationView;
import io.telamon.ro.internal.CrashPoints;
import io.telamon.ro.internal.door.CachedInventories;
import io.telamon.ro.internal.door.LedgerRunner;
import io.telamon.ro.internal.janitor.Janitor;
import io.telamon.ro.internal.ledger.Calls;
import io.telamon.ro.internal.ledger.Ledger;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.ro.internal.port.Ports;
import io.telamon.ro.internal.work.ExpansionWorker;
import io.telamon.security.api.Sealer;
import io.telamon.testkit.Await;
import io.telamon.testkit.memory.InMemoryStore;
import io.telamon.vim.simulator.internal.SimulatorDriver;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** NFVO, RO and a simulated cloud put together by hand. */
final class Core implements AutoCloseable {
    private static final List<Class<? extends ResourceSpec>> KINDS =
            List.of(
                    ServerSpec.class,
                    NetworkSpec.class,
                    FlavorSpec.class,
                    SecurityGroupSpec.class,
                    RouterSpec.class,
                    StackSpec.class,
                    BlockVolumeSpec.class,
                    FloatingAddressSpec.class,
                    ServerGroupSpec.class);

    final InMemoryStore store = new InMemoryStore();
    final ShelfCatalog catalog = new ShelfCatalog(store);
    final TenantId tenant = TenantId.create();
    final Caller ada = new Caller("ada", tenant, Set.of(Role.PROJECT_ADMIN));
    final Changes changes;
    final Services services;
    final Occurrences occurrences;
    final Janitor janitor;
    private final SimulatorDriver driver = new SimulatorDriver();
    private final Ports ports;
    private final Ledger ledger;

    Core() {
        Settings settings = Settings.quick();
        Plugins plugins = new Plugins();
        plugins.bind(driver);
        ports = new Ports(store, new NoSecrets(), plugins, settings);
        CrashPoints crash = new CrashPoints("");
        ExpansionWorker expansions = new ExpansionWorker(store, crash);
        ledger = new Ledger(store, plugins, new Calls(ports, expansions), crash, settings);
        changes =
                new Changes(
                        store,
                        catalog,
                        new CachedInventories(store, ports),
                        new LedgerRunner(ledger));
        expansions.bind(new NestedServices(store, catalog, changes));
        services = new Services(store, catalog, changes);
        occurrences = new Occurrences(store, changes, new Rollback(store, changes));
        janitor = new Janitor(store, ports, settings);
    }

    /** Accounts without secrets. */
    private static final class NoSecrets implements Sealer {
        @Override
        public String seal(String secret, String context) {
            return "";
        }

        @Override
        public String unseal(String sealed, String context) {
            return "";
        }
    }

    /** An account on a world of its own. */
    LaneId account(String name, Map<String, String> settings) {
        LaneId lane = LaneId.of(VimAccountId.create());
        Account account =
                new Account(
                        lane,
                        tenant,
                        name,
                        driver.type(),
                        "embedded:" + name,
                        settings,
                        Map.of(),
                        "",
                        0);
        store.write(work -> work.accounts().add(account));
        return lane;
    }

    /** A record of a service. */
    NsInstanceId service(String name, PackageId nsd) {
        return services.create(ada, name, "", nsd).instance().id();
    }

    /** Asks for a change and waits for its end. */
    OperationView change(NsInstanceId id, NsChange change, OperationState end) {
        return await(services.change(ada, id, change).operation().id(), end);
    }

    /** Waits for a state of an operation. */
    OperationView await(OperationId id, OperationState end) {
        return Await.value(
                "operation in " + end,
                Duration.ofSeconds(30),
                () -> occurrences.get(ada, id),
                view -> view.operation().state() == end);
    }

    /** Everything on the cloud of an account that carries a token of ours. */
    List<Observation> there(String account) {
        try (VimSession session = session(account)) {
            return KINDS.stream().flatMap(kind -> list(session, kind)).toList();
        }
    }

    /** Things of one kind there. */
    List<Observation> there(String account, Class<? extends ResourceSpec> kind) {
        try (VimSession session = session(account)) {
            return list(session, kind).toList();
        }
    }

    /** Takes a server away behind everybody's back. */
    void steal(String account, String handle) {
        try (VimSession session = session(account)) {
            session.operator(ServerSpec.class).orElseThrow().delete(new Handle(handle));
        }
    }

    /** What is recorded on a lane. */
    List<Resource> recorded(LaneId lane) {
        return store.read(work -> work.resources().onLane(lane));
    }

    /** What is reserved on a lane. */
    Quota reserved(LaneId lane) {
        return store.read(work -> work.accounts().reserved(lane));
    }

    private static <S extends ResourceSpec> Stream<Observation> list(
            VimSession session, Class<S> kind) {
        return session.operator(kind).orElseThrow().list().toList().stream();
    }

    private VimSession session(String account) {
        return driver.open(
                new VimConnection(
                        new VimAccountId("observer"),
                        "embedded:" + account,
                        Map.of(),
                        "",
                        Duration.ofSeconds(5),
                        artifact -> {
                            throw new FileNotFoundException(artifact.path());
                        }));
    }

    @Override
    public void close() {
        janitor.close();
        ledger.close();
        ports.close();
        driver.close();
    }
}
