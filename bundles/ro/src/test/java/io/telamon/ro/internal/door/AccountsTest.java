/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.OperationId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskState;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.Page;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.Rig;
import io.telamon.ro.internal.Settings;
import io.telamon.ro.internal.janitor.Janitor;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.JournalProbe;
import io.telamon.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts, lanes and inventories as doors see them, each tenant its own. */
class AccountsTest {
    private final Rig rig = new Rig();
    private final StoredAccounts accounts =
            new StoredAccounts(
                    rig.store, new Rig.PlainSealer(), rig.ports, rig.plugins, rig.ledger);
    private final Janitor janitor = new Janitor(rig.store, rig.ports, Settings.quick());
    private final LedgerLanes lanes = new LedgerLanes(rig.store, rig.plugins, rig.ledger, janitor);
    private final Caller ada = new Caller("ada", rig.tenant, Set.of(Role.PROJECT_ADMIN));
    private final Caller eve = new Caller("eve", TenantId.create(), Set.of(Role.PROJECT_ADMIN));
    private final Caller root = new Caller("root", TenantId.create(), Set.of(Role.SYSTEM_ADMIN));
    private final Caller guest = new Caller("guest", rig.tenant, Set.of(Role.VIEWER));

    @AfterEach
    void stop() {
        accounts.close();
        janitor.close();
        rig.close();
    }

    private static AccountDraft draft(String name, String secret) {
        return new AccountDraft(
                LaneKind.VIM, name, FakeCloud.TYPE, name, Map.of(), Map.of(), secret);
    }

    private static void isRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aSecretIsSealedAndNeverShown() {
        AccountView view = accounts.add(ada, draft("one", "open-sesame"));

        Account stored =
                rig.store.read(work -> work.accounts().find(view.account().lane())).orElseThrow();
        assertThat(stored.sealedSecret()).startsWith("sealed:" + stored.lane());
        assertThat(view.account().sealedSecret()).isEmpty();
        assertThat(view.toString()).doesNotContain("open-sesame");
    }

    @Test
    void anUpdateWithoutSecretKeepsIt() {
        AccountView view = accounts.add(ada, draft("one", "open-sesame"));
        LaneId lane = view.account().lane();

        accounts.update(ada, lane, view.account().version(), draft("renamed", null));

        assertThat(rig.store.read(work -> work.accounts().find(lane)).orElseThrow())
                .returns("renamed", Account::name)
                .satisfies(stored -> assertThat(stored.sealedSecret()).endsWith("open-sesame"));
    }

    @Test
    void anUpdateOfAnOldVersionIsStale() {
        AccountView view = accounts.add(ada, draft("one", ""));
        LaneId lane = view.account().lane();
        accounts.update(ada, lane, -1, draft("two", null));

        isRefused(
                ErrorCode.STALE,
                () -> accounts.update(ada, lane, view.account().version(), draft("x", null)));
    }

    @Test
    void aNameIsTakenOncePerTenant() {
        accounts.add(ada, draft("one", ""));

        isRefused(ErrorCode.ALREADY_EXISTS, () -> accounts.add(ada, draft("one", "")));
        assertThat(accounts.add(eve, draft("one", "")).account().name()).isEqualTo("one");
    }

    @Test
    void badInputIsRefusedBeforeAnythingChanges() {
        isRefused(ErrorCode.INVALID_ARGUMENT, () -> accounts.add(ada, draft(" ", "")));
        isRefused(ErrorCode.INVALID_ARGUMENT, () -> accounts.add(ada, draft("x".repeat(65), "")));
        assertThat(accounts.list(ada, LaneKind.VIM)).isEmpty();
    }

    @Test
    void anotherTenantsAccountIsNotThere() {
        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();

        isRefused(ErrorCode.NOT_FOUND, () -> accounts.get(eve, lane));
        isRefused(ErrorCode.NOT_FOUND, () -> accounts.find(eve, LaneKind.VIM, lane.id()));
        isRefused(ErrorCode.NOT_FOUND, () -> accounts.delete(eve, lane));
        isRefused(ErrorCode.NOT_FOUND, () -> accounts.check(eve, lane, step -> {}));
        isRefused(ErrorCode.NOT_FOUND, () -> accounts.update(eve, lane, -1, draft("x", null)));
        isRefused(ErrorCode.NOT_FOUND, () -> lanes.pause(eve, lane));
        isRefused(ErrorCode.NOT_FOUND, () -> lanes.audit(eve, lane));
        isRefused(ErrorCode.NOT_FOUND, () -> lanes.queue(eve, lane, Page.Request.first()));
        assertThat(accounts.list(eve, LaneKind.VIM)).isEmpty();
        assertThat(lanes.lanes(eve)).isEmpty();
    }

    @Test
    void anOperatorSeesAll() {
        accounts.add(ada, draft("one", ""));
        accounts.add(eve, draft("two", ""));

        assertThat(accounts.list(root, LaneKind.VIM)).hasSize(2);
        assertThat(lanes.lanes(root)).extracting(LaneView::account).contains("one", "two");
    }

    @Test
    void whoMayOnlyReadMayNotWrite() {
        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();

        assertThat(accounts.get(guest, lane).account().name()).isEqualTo("one");
        isRefused(ErrorCode.FORBIDDEN, () -> accounts.add(guest, draft("x", "")));
        isRefused(ErrorCode.FORBIDDEN, () -> accounts.delete(guest, lane));
        isRefused(ErrorCode.FORBIDDEN, () -> lanes.pause(guest, lane));
    }

    @Test
    void anAccountInUseStaysAndNamesItsUsers() {
        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();
        NsInstance instance = Samples.instance(rig.tenant, "shop");
        VnfInstance member = Samples.member("1", instance.nsd(), lane);
        rig.store.write(
                work ->
                        work.instances()
                                .add(
                                        instance.with(
                                                new Topology(
                                                        List.of(member),
                                                        Map.of(),
                                                        Topology.REPORT,
                                                        Map.of()))));

        assertThatThrownBy(() -> accounts.delete(ada, lane)).hasMessageContaining("shop");
        isRefused(ErrorCode.IN_USE, () -> accounts.delete(ada, lane));
    }

    @Test
    void eachChangeIsInTheJournal() {
        JournalProbe journal = new JournalProbe(rig.store);

        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();
        accounts.update(ada, lane, -1, draft("two", null));
        accounts.delete(ada, lane);

        assertThat(journal.types("vim", lane.id()))
                .containsExactly("AccountAdded", "AccountChanged", "AccountRemoved");
    }

    @Test
    void installedPluginsShowTheirFields() {
        assertThat(accounts.types(ada))
                .singleElement()
                .satisfies(
                        type -> {
                            assertThat(type.type()).isEqualTo(FakeCloud.TYPE);
                            assertThat(type.fields()).hasSize(1);
                        });
    }

    @Test
    void aPauseIsSaidAtOnce() {
        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();

        assertThat(lanes.pause(ada, lane).state()).isEqualTo("PAUSED");
        assertThat(lanes.lanes(ada))
                .filteredOn(view -> view.lane().equals(lane))
                .singleElement()
                .satisfies(view -> assertThat(view.state()).isEqualTo("PAUSED"));
        assertThat(lanes.resume(ada, lane).state()).isEqualTo("OPEN");
    }

    @Test
    void aPausedLaneHoldsItsQueueUntilItIsResumed() {
        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();
        lanes.pause(ada, lane);

        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.start(rig.plan(rig.account("other")).network("warm"));
        assertThat(lanes.queue(ada, lane, Page.Request.first()).items()).hasSize(1);
        accounts.update(ada, lane, -1, draft("renamed", null));
        assertThat(rig.task(id, "net").state()).isEqualTo(TaskState.READY);
        lanes.resume(ada, lane);

        rig.await(id, OperationState.COMPLETED);
        assertThat(lanes.queue(ada, lane, Page.Request.first()).items()).isEmpty();
    }

    @Test
    void anInventoryIsReadAgainOnlyWhenItIsTooOld() {
        LaneId lane = accounts.add(ada, draft("one", "")).account().lane();
        FakeClock clock = new FakeClock(Instant.now());
        CachedInventories inventories = new CachedInventories(rig.store, rig.ports, clock);

        Inventory first = inventories.of(lane, Duration.ofSeconds(30));
        assertThat(inventories.of(lane, Duration.ofSeconds(30))).isSameAs(first);
        clock.advance(Duration.ofSeconds(60));
        inventories.of(lane, Duration.ofSeconds(30));

        assertThat(rig.cloud.count("inventory")).isEqualTo(2);
        assertThat(accounts.get(ada, lane).inventory()).isNotNull();
    }

    @Test
    void anInventoryWithoutPluginIsUnavailable() {
        LaneId lane = LaneId.of(VimAccountId.create());
        CachedInventories inventories = new CachedInventories(rig.store, rig.ports);
        LaneId known = accounts.add(ada, draft("one", "")).account().lane();
        rig.plugins.unbind(rig.cloud);

        isRefused(ErrorCode.UNAVAILABLE, () -> inventories.of(known, Duration.ZERO));
        isRefused(ErrorCode.NOT_FOUND, () -> inventories.of(lane, Duration.ZERO));
    }
}
