/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.UserFacade.UserView;
import io.telamon.testkit.JournalProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredUsersTest {
    @TempDir Path keys;
    private House house;

    @BeforeEach
    void openHouse() {
        house = new House(keys);
        house.tenant("blue");
    }

    @Test
    void addedUserIsListedWithItsRolesByTenantName() {
        house.user("vera", "blue", Role.VIEWER);

        assertThat(house.users.list(house.admin)).extracting(UserView::name).contains("vera");
        assertThat(house.users.find(house.admin, "vera").roles())
                .isEqualTo(Map.of("blue", Set.of(Role.VIEWER)));
    }

    @Test
    void eachChangeIsInTheJournalWithRisingVersions() {
        JournalProbe journal = new JournalProbe(house.store);
        house.user("vera", "blue", Role.VIEWER);
        UserId id = house.id("vera");

        house.users.assign(house.admin, id, "blue", Set.of(Role.PROJECT_USER));
        house.users.resetPassword(house.admin, id, "another password".toCharArray());
        house.users.delete(house.admin, id);

        assertThat(journal.types("user", id.value()))
                .containsExactly(
                        "UserAdded", "UserRolesChanged", "UserPasswordChanged", "UserDeleted");
        assertThat(journal.versions("user", id.value())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void projectAdminSeesNobodyOfAnotherTenant() {
        house.user("vera", "default", Role.VIEWER);
        Caller pia = house.user("pia", "blue", Role.PROJECT_ADMIN);

        assertThat(house.users.list(pia)).extracting(UserView::name).containsExactly("pia");
        House.refused(ErrorCode.NOT_FOUND, "vera", () -> house.users.find(pia, "vera"));
        House.refused(ErrorCode.NOT_FOUND, "user", () -> house.users.delete(pia, house.id("vera")));
        House.refused(
                ErrorCode.NOT_FOUND,
                "tenant default",
                () -> house.users.add(pia, "xaver", House.password("x"), "default", viewer()));
    }

    @Test
    void projectAdminSeesOnlyTheRolesInItsTenant() {
        Caller pia = house.user("pia", "blue", Role.PROJECT_ADMIN);
        house.user("vera", "default", Role.VIEWER);
        house.users.assign(house.admin, house.id("vera"), "blue", viewer());

        assertThat(house.users.find(pia, "vera").roles()).containsOnlyKeys("blue");
    }

    @Test
    void nobodyGivesMoreThanItHas() {
        Caller pia = house.user("pia", "blue", Role.PROJECT_ADMIN);

        House.refused(
                ErrorCode.FORBIDDEN,
                "system_admin",
                () -> house.users.assign(pia, house.id("pia"), "blue", Set.of(Role.SYSTEM_ADMIN)));
        House.refused(
                ErrorCode.FORBIDDEN,
                "system_admin",
                () ->
                        house.users.add(
                                pia,
                                "root",
                                House.password("root"),
                                "blue",
                                Set.of(Role.SYSTEM_ADMIN)));
    }

    @Test
    void nobodyTakesOverAUserWhoCanDoMore() {
        Caller pia = house.user("pia", "blue", Role.PROJECT_ADMIN);
        house.user("olga", "blue", Role.SYSTEM_ADMIN);
        UserId olga = house.id("olga");

        House.refused(
                ErrorCode.FORBIDDEN,
                "system_admin",
                () -> house.users.resetPassword(pia, olga, "mine from now".toCharArray()));
        House.refused(ErrorCode.FORBIDDEN, "system_admin", () -> house.users.delete(pia, olga));
        House.refused(
                ErrorCode.FORBIDDEN,
                "system_admin",
                () -> house.users.assign(pia, olga, "blue", Set.of()));
    }

    @Test
    void aUserWithRolesElsewhereIsNotDeletedByAProjectAdmin() {
        Caller pia = house.user("pia", "blue", Role.PROJECT_ADMIN);
        house.user("vera", "default", Role.VIEWER);
        house.users.assign(house.admin, house.id("vera"), "blue", viewer());

        House.refused(
                ErrorCode.FORBIDDEN,
                "other tenants",
                () -> house.users.delete(pia, house.id("vera")));
    }

    @Test
    void theLastSystemAdminStays() {
        UserId admin = new UserId("admin");

        House.refused(
                ErrorCode.WRONG_STATE,
                "last system_admin",
                () -> house.users.delete(house.admin, admin));
        House.refused(
                ErrorCode.WRONG_STATE,
                "last system_admin",
                () -> house.users.assign(house.admin, admin, "default", viewer()));

        house.user("olga", "blue", Role.SYSTEM_ADMIN);
        house.users.delete(house.admin, admin);
        assertThat(house.users.list(house.admin))
                .extracting(UserView::name)
                .containsExactly("olga");
    }

    @Test
    void viewerMayNotEvenList() {
        Caller vera = house.user("vera", "blue", Role.VIEWER);

        House.refused(ErrorCode.FORBIDDEN, "user:read", () -> house.users.list(vera));
        House.refused(
                ErrorCode.FORBIDDEN,
                "user:write",
                () -> house.users.delete(vera, house.id("vera")));
    }

    @Test
    void badInputIsNamed() {
        Set<Role> roles = viewer();

        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "8 to 1024",
                () -> house.users.add(house.admin, "x", "short".toCharArray(), "blue", roles));
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "letters",
                () -> house.users.add(house.admin, "a b", House.password("x1"), "blue", roles));
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "at least one role",
                () -> house.users.add(house.admin, "x", House.password("x1"), "blue", Set.of()));
        House.refused(
                ErrorCode.ALREADY_EXISTS,
                "admin",
                () -> house.users.add(house.admin, "admin", House.password("x1"), "blue", roles));
    }

    @Test
    void passwordChangesOnlyWithTheOldOne() {
        Caller vera = house.user("vera", "blue", Role.VIEWER);
        char[] next = "a new password".toCharArray();

        House.refused(
                ErrorCode.FORBIDDEN,
                "old password",
                () -> house.users.changePassword(vera, "wrong".toCharArray(), next));
        assertThat(house.stored("vera").lock().failures()).isOne();

        house.users.changePassword(vera, House.password("vera"), next);
        assertThat(house.signIn.signIn("vera", next, "")).isEqualTo(vera);
    }

    @Test
    void resetUnlocks() {
        house.user("vera", "blue", Role.VIEWER);
        for (int tries = 0; tries < Lockout.FREE; tries++) {
            House.refused(
                    ErrorCode.UNAUTHENTICATED,
                    "refused",
                    () -> house.signIn.signIn("vera", "wrong".toCharArray(), ""));
        }
        assertThat(house.users.find(house.admin, "vera").locked()).isTrue();

        house.users.resetPassword(house.admin, house.id("vera"), House.password("next"));

        assertThat(house.users.find(house.admin, "vera").locked()).isFalse();
        house.signIn.signIn("vera", House.password("next"), "");
    }

    @Test
    void tokensBelongToTheirOwner() {
        Caller vera = house.user("vera", "blue", Role.VIEWER);
        Caller otto = house.user("otto", "blue", Role.VIEWER);
        TokenId id = house.users.createToken(vera, "ci", Duration.ofDays(1)).token().id();

        assertThat(house.users.tokens(vera)).hasSize(1);
        assertThat(house.users.tokens(otto)).isEmpty();
        House.refused(ErrorCode.NOT_FOUND, "no token", () -> house.users.revokeToken(otto, id));
    }

    @Test
    void tokenNeedsALabelAndAnEnd() {
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "label",
                () -> house.users.createToken(house.admin, " ", Duration.ofDays(1)));
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "366 days",
                () -> house.users.createToken(house.admin, "x", Duration.ofDays(400)));
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "366 days",
                () -> house.users.createToken(house.admin, "x", Duration.ZERO));
    }

    @Test
    void meTellsTenantsAndPermissions() {
        Caller vera = house.user("vera", "blue", Role.VIEWER);

        assertThat(house.users.me(vera).tenants()).containsExactly("blue");
        assertThat(house.users.me(vera).tenant()).isEqualTo("blue");
        assertThat(house.users.me(vera).permissions())
                .contains("ns:read")
                .doesNotContain("ns:operate");
        assertThat(house.users.me(house.admin).tenants()).containsExactly("blue", "default");
    }

    private static Set<Role> viewer() {
        return Set.of(Role.VIEWER);
    }
}
