/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.FakeController;
import io.telamon.ro.internal.Rig;
import io.telamon.sdn.spi.SdnConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An SDN account names the VIM account it rides on, and nobody takes that away under it. */
class RidersTest {
    private static final String SECRET = "open-sesame";

    private final Rig rig = new Rig();
    private final FakeController controller = new FakeController();
    private final StoredAccounts accounts =
            new StoredAccounts(
                    rig.store, new Rig.PlainSealer(), rig.ports, rig.plugins, rig.ledger);
    private final Caller ada = new Caller("ada", rig.tenant, Set.of(Role.PROJECT_ADMIN));
    private final Caller eve = new Caller("eve", TenantId.create(), Set.of(Role.PROJECT_ADMIN));
    private final Caller root = new Caller("root", TenantId.create(), Set.of(Role.SYSTEM_ADMIN));

    @BeforeEach
    void install() {
        rig.plugins.bindSdn(controller);
    }

    @AfterEach
    void stop() {
        accounts.close();
        rig.close();
    }

    private static AccountDraft vim(String name, String type, String secret) {
        return new AccountDraft(LaneKind.VIM, name, type, "there", Map.of(), Map.of(), secret);
    }

    private static AccountDraft chains(String vim) {
        Map<String, String> settings = Map.of("vim-account", vim, "colour", "blue");
        return new AccountDraft(
                LaneKind.SDN, "chains", FakeController.TYPE, "", settings, Map.of(), "");
    }

    private LaneId cloud() {
        return accounts.add(ada, vim("cloud", FakeCloud.TYPE, SECRET)).account().lane();
    }

    private static void isRefused(ErrorCode code, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aSessionGetsTheVimAccountWithItsCredential() {
        LaneId vim = cloud();
        Account chains = accounts.add(ada, chains("cloud")).account();

        rig.ports.of(chains.lane());

        assertThat(chains.settings()).containsEntry("vim-account", vim.id());
        SdnConnection opened = controller.opened().get(0);
        assertThat(opened.secret()).isEmpty();
        assertThat(opened.settings()).containsEntry("colour", "blue");
        assertThat(opened.vim().account().value()).isEqualTo(vim.id());
        assertThat(opened.vim().endpoint()).isEqualTo("there");
        assertThat(opened.vim().secret()).isEqualTo(SECRET);
        assertThat(opened + " " + chains).doesNotContain(SECRET);
    }

    @Test
    void aChangeOfTheVimAccountOpensItAnew() {
        LaneId vim = cloud();
        LaneId chains = accounts.add(ada, chains("cloud")).account().lane();
        rig.ports.of(chains);

        accounts.update(ada, vim, -1, vim("renamed", FakeCloud.TYPE, "other"));
        rig.ports.of(chains);

        assertThat(controller.closed()).hasSize(1);
        assertThat(controller.opened()).last().extracting(c -> c.vim().secret()).isEqualTo("other");
    }

    @Test
    void whatIsRiddenOnStaysAndKeepsItsType() {
        LaneId vim = cloud();
        LaneId chains = accounts.add(ada, chains("cloud")).account().lane();

        isRefused(ErrorCode.IN_USE, "SDN account chains", () -> accounts.delete(ada, vim));
        isRefused(
                ErrorCode.IN_USE,
                "SDN account chains",
                () -> accounts.update(ada, vim, -1, vim("cloud", "acme", null)));

        accounts.delete(ada, chains);
        accounts.delete(ada, vim);
        assertThat(accounts.list(ada, LaneKind.VIM)).isEmpty();
    }

    @Test
    void itMustNameOneOfItsTenantAndOfTheRightType() {
        rig.account("stranger", "acme");
        LaneId vim = cloud();

        isRefused(
                ErrorCode.INVALID_ARGUMENT,
                "vim-account",
                () -> accounts.add(ada, chains("nowhere")));
        isRefused(
                ErrorCode.INVALID_ARGUMENT,
                "type acme",
                () -> accounts.add(ada, chains("stranger")));
        isRefused(ErrorCode.INVALID_ARGUMENT, "no such", () -> accounts.add(eve, chains(vim.id())));
        isRefused(
                ErrorCode.INVALID_ARGUMENT, "no such", () -> accounts.add(root, chains(vim.id())));
        isRefused(
                ErrorCode.INVALID_ARGUMENT,
                "no such",
                () -> accounts.check(eve, chains(vim.id()), step -> {}));
        isRefused(ErrorCode.INVALID_ARGUMENT, "vim-account", () -> accounts.add(ada, chains(" ")));
        assertThat(accounts.list(root, LaneKind.SDN)).isEmpty();
    }

    @Test
    void formsAskForIt() {
        assertThat(accounts.types(ada))
                .filteredOn(type -> type.kind() == LaneKind.SDN)
                .singleElement()
                .satisfies(
                        type ->
                                assertThat(type.fields())
                                        .extracting(PluginTypeView.Field::name)
                                        .containsExactly("vim-account", "colour"));
    }

    @Test
    void aTestSaysNeitherSecret() {
        cloud();
        controller.down("refused with " + SECRET);

        List<CheckStepView> steps = accounts.check(ada, chains("cloud"), step -> {});

        assertThat(steps).last().extracting(CheckStepView::detail).isEqualTo("refused with ***");
        assertThat(accounts.list(ada, LaneKind.SDN)).isEmpty();
        assertThat(controller.opened()).hasSameSizeAs(controller.closed());
    }
}
