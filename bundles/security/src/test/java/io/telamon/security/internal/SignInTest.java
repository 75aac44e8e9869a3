/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.User;
import io.telamon.testkit.JournalProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private static final char[] WRONG = "wrong password".toCharArray();

    @TempDir Path keys;
    private House house;

    @BeforeEach
    void openHouse() {
        house = new House(keys);
    }

    @Test
    void signsInWithTheRightPasswordIntoTheFirstTenant() {
        Caller caller = house.signIn.signIn("admin", House.ADMIN_PASSWORD, "");

        assertThat(caller)
                .isEqualTo(new Caller("admin", new TenantId("default"), Set.of(Role.SYSTEM_ADMIN)));
    }

    @Test
    void signsAnOperatorIntoAnyTenant() {
        TenantId blue = house.tenant("blue");

        Caller caller = house.signIn.signIn("admin", House.ADMIN_PASSWORD, "blue");

        assertThat(caller).isEqualTo(new Caller("admin", blue, Set.of(Role.SYSTEM_ADMIN)));
    }

    @Test
    void refusesATenantWithoutRoleInTheWordsForOneThatDoesNotExist() {
        house.tenant("blue");
        house.user("vera", "default", Role.VIEWER);

        House.refused(
                ErrorCode.FORBIDDEN,
                "no role in tenant blue",
                () -> house.signIn.signIn("vera", House.password("vera"), "blue"));
        House.refused(
                ErrorCode.FORBIDDEN,
                "no role in tenant nowhere",
                () -> house.signIn.signIn("vera", House.password("vera"), "nowhere"));
    }

    @Test
    void answersUnknownWrongAndLockedInTheSameWords() {
        house.user("vera", "default", Role.VIEWER);
        String words = "Sign-in refused: unknown user, wrong password, or locked";

        refusedWith(words, "nobody", WRONG);
        for (int tries = 0; tries < Lockout.FREE; tries++) {
            refusedWith(words, "vera", WRONG);
        }
        refusedWith(words, "vera", House.password("vera"));
    }

    @Test
    void locksAfterFiveFailuresAndTellsTheJournalOnce() {
        house.user("vera", "default", Role.VIEWER);
        JournalProbe journal = new JournalProbe(house.store);

        failTimes(Lockout.FREE + 3);

        assertThat(journal.types("user", house.id("vera").value())).containsExactly("UserLocked");
        assertThat(house.stored("vera").lock().failures()).isEqualTo(Lockout.FREE);
    }

    @Test
    void lockEndsByItselfAndSuccessForgetsTheFailures() {
        house.user("vera", "default", Role.VIEWER);
        failTimes(Lockout.FREE);

        house.clock.advance(Lockout.FIRST.plusSeconds(1));
        house.signIn.signIn("vera", House.password("vera"), "");

        assertThat(house.stored("vera").lock()).isEqualTo(User.Lock.open());
    }

    @Test
    void aPasswordThatIsKnownHelpsNeitherWhileLockedNorAfterAChange() {
        house.user("vera", "default", Role.VIEWER);
        house.signIn.signIn("vera", House.password("vera"), "");
        failTimes(Lockout.FREE);
        refusedWith("Sign-in refused", "vera", House.password("vera"));
        house.clock.advance(Lockout.FIRST.plusSeconds(1));
        house.signIn.signIn("vera", House.password("vera"), "");

        char[] other = "another password".toCharArray();
        house.users.resetPassword(house.admin, house.id("vera"), other);

        refusedWith("Sign-in refused", "vera", House.password("vera"));
        assertThat(house.signIn.signIn("vera", other, "").user()).isEqualTo("vera");
    }

    @Test
    void eachFailureAfterALockDoublesItUpToALimit() {
        house.user("vera", "default", Role.VIEWER);
        failTimes(Lockout.FREE);

        house.clock.advance(Lockout.FIRST.plusSeconds(1));
        failTimes(1);
        assertThat(lockLeft()).isEqualTo(Lockout.FIRST.multipliedBy(2));

        for (int more = 0; more < 20; more++) {
            house.clock.advance(Lockout.LONGEST.plusSeconds(1));
            failTimes(1);
        }
        assertThat(lockLeft()).isEqualTo(Lockout.LONGEST);
    }

    @Test
    void tokenWorksUntilItExpires() {
        Caller vera = house.user("vera", "default", Role.VIEWER);
        String token = house.users.createToken(vera, "script", Duration.ofHours(1)).text();

        assertThat(house.signIn.checkToken(token)).isEqualTo(vera);
        house.clock.advance(Duration.ofMinutes(59));
        assertThat(house.signIn.checkToken(token)).isEqualTo(vera);
        house.clock.advance(Duration.ofMinutes(1));
        refusedToken(token);
    }

    @Test
    void revocationCountsAtOnceAlthoughTheTokenWasJustUsed() {
        Caller vera = house.user("vera", "default", Role.VIEWER);
        var token = house.users.createToken(vera, "script", Duration.ofHours(1));
        house.signIn.checkToken(token.text());

        house.users.revokeToken(vera, token.token().id());

        refusedToken(token.text());
    }

    @Test
    void changedRolesCountAtOnceForATokenJustUsed() {
        Caller vera = house.user("vera", "default", Role.VIEWER);
        String token = house.users.createToken(vera, "script", Duration.ofHours(1)).text();
        house.signIn.checkToken(token);

        house.users.assign(house.admin, house.id("vera"), "default", Set.of(Role.PROJECT_USER));
        assertThat(house.signIn.checkToken(token).roles()).containsExactly(Role.PROJECT_USER);

        house.users.assign(house.admin, house.id("vera"), "default", Set.of());
        refusedToken(token);
    }

    @Test
    void tokenOfADeletedUserIsRefused() {
        Caller vera = house.user("vera", "default", Role.VIEWER);
        String token = house.users.createToken(vera, "script", Duration.ofHours(1)).text();
        house.signIn.checkToken(token);

        house.users.delete(house.admin, house.id("vera"));

        refusedToken(token);
    }

    @Test
    void onlyAHashOfTheTokenIsStored() {
        Caller vera = house.user("vera", "default", Role.VIEWER);
        var token = house.users.createToken(vera, "script", Duration.ofHours(1));
        String secret = TokenText.parse(token.text()).orElseThrow().secret();

        String stored =
                house.store
                        .read(work -> work.identities().token(token.token().id()))
                        .orElseThrow()
                        .secretHash();

        assertThat(stored).hasSize(64).doesNotContain(secret);
        assertThat(token.toString()).doesNotContain(secret);
    }

    @Test
    void refusesWhatIsNotAToken() {
        for (String text :
                new String[] {null, "", "tlm_", "tlm_.x", "tlm_a.", "x.y", "a".repeat(300)}) {
            refusedToken(text);
        }
    }

    @Test
    void switchesOnlyToTenantsWithARole() {
        house.tenant("blue");
        Caller vera = house.user("vera", "default", Role.VIEWER);
        house.users.assign(house.admin, house.id("vera"), "blue", Set.of(Role.PROJECT_ADMIN));

        Caller switched = house.signIn.switchTenant(vera, "blue");

        assertThat(switched.roles()).containsExactly(Role.PROJECT_ADMIN);
        House.refused(
                ErrorCode.FORBIDDEN, "no role", () -> house.signIn.switchTenant(vera, "green"));
    }

    @Test
    void localConsoleSwitchesWithoutAStoredUser() {
        TenantId blue = house.tenant("blue");
        Caller console = new Caller("karaf", new TenantId("default"), Set.of(Role.SYSTEM_ADMIN));

        assertThat(house.signIn.switchTenant(console, "blue").tenant()).isEqualTo(blue);
        House.refused(
                ErrorCode.FORBIDDEN, "no role", () -> house.signIn.switchTenant(console, "green"));
    }

    private void failTimes(int times) {
        for (int tries = 0; tries < times; tries++) {
            refusedWith("Sign-in refused", "vera", WRONG);
        }
    }

    private Duration lockLeft() {
        return Duration.between(house.clock.instant(), house.stored("vera").lock().until());
    }

    private void refusedWith(String words, String user, char[] password) {
        House.refused(
                ErrorCode.UNAUTHENTICATED, words, () -> house.signIn.signIn(user, password, ""));
    }

    private void refusedToken(String text) {
        House.refused(ErrorCode.UNAUTHENTICATED, "token", () -> house.signIn.checkToken(text));
    }
}
