/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.Reaction;
import io.telamon.ro.internal.Rig;
import io.telamon.ro.internal.port.Credentials;
import io.telamon.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection is tested before and after it is stored, within its time and threads. */
class ConnectionChecksTest {
    private static final String SECRET = "open-sesame";
    private final Rig rig = new Rig();
    private final StoredAccounts accounts =
            new StoredAccounts(
                    rig.store, new Rig.PlainSealer(), rig.ports, rig.plugins, rig.ledger);
    private final ConnectionChecks checks =
            new ConnectionChecks(
                    rig.plugins,
                    rig.ports,
                    new ConnectionChecks.Limits(
                            2, 1, Duration.ofSeconds(2), Duration.ofSeconds(1)));
    private final Caller ada = new Caller("ada", rig.tenant, Set.of(Role.PROJECT_ADMIN));
    private final Caller guest = new Caller("guest", rig.tenant, Set.of(Role.VIEWER));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        checks.close();
        accounts.close();
        rig.close();
    }

    private static AccountDraft draft(String type, String endpoint) {
        return new AccountDraft(LaneKind.VIM, "new", type, endpoint, Map.of(), Map.of(), SECRET);
    }

    private static Account account(TenantId tenant) {
        LaneId lane = LaneId.of(VimAccountId.create());
        return new Account(lane, tenant, "new", FakeCloud.TYPE, "there", Map.of(), Map.of(), "", 0);
    }

    @Test
    void unsavedSettingsAreTriedAndNothingIsWritten() {
        List<CheckStepView> heard = Collections.synchronizedList(new ArrayList<>());

        List<CheckStepView> steps = accounts.check(ada, draft(FakeCloud.TYPE, "there"), heard::add);

        assertThat(steps)
                .extracting(CheckStepView::name)
                .containsExactly("plug-in", "reachability", "identity");
        assertThat(steps).noneMatch(CheckStepView::failed);
        assertThat(heard).isEqualTo(steps);
        assertThat(accounts.list(ada, LaneKind.VIM)).isEmpty();
        assertThat(rig.cloud.open()).isZero();
    }

    @Test
    void aStoredAccountIsTriedWithItsOwnCredential() {
        LaneId lane = accounts.add(ada, draft(FakeCloud.TYPE, "there")).account().lane();

        List<CheckStepView> steps = accounts.check(guest, lane, step -> {});

        assertThat(steps).last().returns("identity", CheckStepView::name);
        assertThat(rig.cloud.secrets()).last().isEqualTo(SECRET);
        assertThat(accounts.get(guest, lane).inventory().zones()).containsExactly("zone-1");
    }

    @Test
    void anInventoryThatCannotBeReadIsNoFailedStep() {
        LaneId lane = accounts.add(ada, draft(FakeCloud.TYPE, "there")).account().lane();
        rig.cloud.on("inventory", "there", new Reaction.Fail(ErrorCode.VIM_THROTTLED));

        assertThat(accounts.check(ada, lane, step -> {})).noneMatch(CheckStepView::failed);
        assertThat(accounts.get(ada, lane).inventory()).isNull();
    }

    @Test
    void aFailureSaysTheCloudsWordsWithoutTheSecret() {
        rig.cloud.down("wrong password " + SECRET);

        assertThat(accounts.check(ada, draft(FakeCloud.TYPE, "there"), step -> {}))
                .last()
                .returns(true, CheckStepView::failed)
                .returns("wrong password ***", CheckStepView::detail);
    }

    @Test
    void whoMayNotAddAccountsMayNotCallAnyAddress() {
        assertThatThrownBy(() -> accounts.check(guest, draft(FakeCloud.TYPE, "there"), step -> {}))
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(rig.cloud.calls()).isEmpty();
    }

    @Test
    void aDefectOfThePluginIsAStepAndNoException() {
        rig.cloud.down(null);

        assertThat(accounts.check(ada, draft(FakeCloud.TYPE, "there"), step -> {}))
                .last()
                .returns(true, CheckStepView::failed)
                .satisfies(step -> assertThat(step.detail()).contains("the log says more"));
        assertThat(rig.cloud.open()).isZero();
    }

    @Test
    void aTypeWithoutPluginSaysWhatToDo() {
        assertThat(accounts.check(ada, draft("acme", "there"), step -> {}))
                .singleElement()
                .returns(true, CheckStepView::failed)
                .satisfies(step -> assertThat(step.detail()).contains("acme", "deploy/"));
    }

    @Test
    void aMissingSettingIsNamedBeforeAnyCall() {
        rig.cloud.requires("region");

        assertThat(accounts.check(ada, draft(FakeCloud.TYPE, "there"), step -> {}))
                .last()
                .returns("settings", CheckStepView::name)
                .satisfies(step -> assertThat(step.detail()).contains("Region (region)"));
        assertThatThrownBy(() -> accounts.add(ada, draft(FakeCloud.TYPE, "there")))
                .hasMessageContaining("Region (region)");
    }

    @Test
    void aHangingCloudEndsTheTestAndKeepsTheStepsBefore() {
        rig.cloud.hangAtIdentity(never);

        List<CheckStepView> steps =
                checks.run(
                        account(rig.tenant), false, new CheckSteps(Credentials.of(""), step -> {}));

        assertThat(steps)
                .extracting(CheckStepView::name)
                .containsExactly("plug-in", "reachability", "time");
        assertThat(steps).last().returns(true, CheckStepView::failed);
        Await.value("the session is closed", rig.cloud::open, open -> open == 0);
    }

    @Test
    void aTenantWithHangingTestsLeavesRoomForOthers() throws Exception {
        rig.cloud.hangAtIdentity(never);
        CountDownLatch under = new CountDownLatch(2);
        Thread first =
                new Thread(
                        () ->
                                checks.run(
                                        account(rig.tenant),
                                        false,
                                        new CheckSteps(
                                                Credentials.of(""), step -> under.countDown())));
        first.start();
        under.await();

        assertThatThrownBy(
                        () ->
                                checks.run(
                                        account(rig.tenant),
                                        false,
                                        new CheckSteps(Credentials.of(""), step -> {})))
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OVERLOADED));
        rig.cloud.hangAtIdentity(new CountDownLatch(0));
        assertThat(
                        checks.run(
                                account(TenantId.create()),
                                false,
                                new CheckSteps(Credentials.of(""), step -> {})))
                .noneMatch(CheckStepView::failed);
        first.join();
    }
}
