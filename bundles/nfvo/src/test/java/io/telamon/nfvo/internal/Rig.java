/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.nfvo.internal.change.Changes;
import io.telamon.nfvo.internal.change.Rollback;
import io.telamon.northbound.api.NsChange;
import io.telamon.store.api.Store;
import io.telamon.testkit.Samples;
import io.telamon.testkit.memory.InMemoryStore;
import io.telamon.vim.spi.VimAbility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The NFVO put together by hand on a store in memory. */
public final class Rig {
    public final InMemoryStore store = new InMemoryStore();
    public final FakeCatalog catalog = new FakeCatalog(store);
    public final Robot robot = new Robot(store);
    public final TenantId tenant = TenantId.create();
    public final Caller ada = new Caller("ada", tenant, Set.of(Role.PROJECT_ADMIN));
    public final Changes changes = new Changes(store, catalog, this::inventory, robot);
    public final Rollback rollback = new Rollback(store, changes);
    private final Map<LaneId, Inventory> inventories = new HashMap<>();
    private final List<LaneId> asked = new ArrayList<>();

    /** Adds an account whose cloud has room without limit. */
    public LaneId account(String name) {
        return account(name, Quota.unlimited());
    }

    /** Adds an account with limits. */
    public LaneId account(String name, Quota limit) {
        LaneId lane = LaneId.of(VimAccountId.create());
        Account account = Samples.account(tenant, lane, name);
        store.write(work -> work.accounts().add(account));
        inventory(lane, limit, Map.of("debian", "img-1"), Map.of("public", "net-7"));
        return lane;
    }

    /** Sets what a cloud tells of itself. */
    public void inventory(
            LaneId lane, Quota limit, Map<String, String> images, Map<String, String> networks) {
        inventories.put(
                lane,
                new Inventory(
                        Instant.now(),
                        Set.of(VimAbility.IMAGE_UPLOAD),
                        images,
                        networks,
                        Set.of("zone-1"),
                        limit,
                        Quota.zero()));
    }

    /** Sets what a cloud can do beyond the ordinary. */
    public void abilities(LaneId lane, Set<String> abilities) {
        Inventory seen = inventories.get(lane);
        inventories.put(
                lane,
                new Inventory(
                        seen.seen(),
                        abilities,
                        seen.images(),
                        seen.networks(),
                        seen.zones(),
                        seen.limit(),
                        seen.used()));
    }

    /** Lets a cloud be silent. */
    public void silence(LaneId lane) {
        inventories.remove(lane);
    }

    /** Accounts whose inventory was asked for so far. */
    public List<LaneId> asked() {
        return List.copyOf(asked);
    }

    private Inventory inventory(LaneId lane, Duration age) {
        store.read(work -> work.accounts().find(lane));
        asked.add(lane);
        Inventory known = inventories.get(lane);
        if (known == null) {
            throw new TelamonException(ErrorCode.VIM_TIMEOUT, "%s does not answer", lane);
        }
        return known;
    }

    /** On-boards the shop. */
    public PackageId shop() {
        catalog.add(tenant, Descriptors.web());
        catalog.add(tenant, Descriptors.db());
        return catalog.add(tenant, Descriptors.shop());
    }

    /** A record of a service of a package. */
    public NsInstance service(PackageId nsd, String name) {
        NsInstance blank = Samples.instance(tenant, name);
        NsInstance instance =
                new NsInstance(
                        blank.id(),
                        tenant,
                        name,
                        "",
                        nsd,
                        blank.state(),
                        blank.topology(),
                        blank.stamps(),
                        0);
        return store.write(work -> work.instances().add(instance));
    }

    /** A service that runs. */
    public NsInstance running(PackageId nsd, String name) {
        NsInstance instance = service(nsd, name);
        robot.run(accept(instance.id(), instantiate()).id());
        return instance(instance.id());
    }

    /** A plain wish to bring a service to life. */
    public static NsChange.Instantiate instantiate() {
        return new NsChange.Instantiate(Map.of(), Map.of(), "report");
    }

    /** Accepts a change. */
    public Operation accept(NsInstanceId id, NsChange change) {
        return changes.accept(id, change, "ada");
    }

    /** The changes on another view of the store. */
    public Changes changesOn(Store other) {
        return new Changes(other, catalog, this::inventory, robot);
    }

    /** The instance now. */
    public NsInstance instance(NsInstanceId id) {
        return store.read(work -> work.instances().find(id)).orElseThrow();
    }

    /** Its recorded things. */
    public List<Resource> things(NsInstanceId id) {
        return store.read(work -> work.resources().ofInstance(id));
    }

    /** Its claims on shared things. */
    public List<Claim> claims(NsInstanceId id) {
        return store.read(work -> work.claims().ofInstance(id));
    }

    /** What is reserved on an account. */
    public Quota reserved(LaneId lane) {
        return store.read(work -> work.accounts().reserved(lane));
    }

    /** Everything recorded on a lane. */
    public List<Resource> onLane(LaneId lane) {
        return store.read(work -> work.resources().onLane(lane));
    }

    /** The plan of an operation in words. */
    public List<String> plan(Operation operation) {
        return store.read(work -> work.tasks().ofOperation(operation.id())).stream()
                .filter(task -> !task.state().isSettled())
                .map(Rig::words)
                .toList();
    }

    private static String words(Task task) {
        return task.verb() + " " + task.key();
    }
}
