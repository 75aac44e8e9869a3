/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import io.telamon.testkit.Samples;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tenants, users and tokens. */
public interface IdentitiesContract extends StoreUnderTest {
    /** A tenant is added by its first save and changed by the next ones. */
    @Test
    default void tenantIsAddedThenChanged() {
        String name = "t-" + TenantId.create();
        Tenant fresh = new Tenant(TenantId.create(), name, "mine", new Quota(1, 2, 3, 4), 0);

        Tenant added = written(unit -> unit.identities().save(fresh));
        Tenant changed =
                written(
                        unit ->
                                unit.identities()
                                        .save(
                                                new Tenant(
                                                        added.id(),
                                                        name,
                                                        "yours",
                                                        Quota.unlimited(),
                                                        added.version())));

        assertThat(added.version()).isEqualTo(1);
        assertThat(changed.version()).isEqualTo(2);
        thatFound(unit -> unit.identities().tenant(fresh.id())).contains(changed);
        thatFound(unit -> unit.identities().tenantByName(name)).contains(changed);
        thatList(unit -> unit.identities().tenants())
                .contains(changed)
                .isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
        refused(ErrorCode.STALE, unit -> unit.identities().save(added));
        refused(
                ErrorCode.ALREADY_EXISTS,
                unit ->
                        unit.identities()
                                .save(new Tenant(TenantId.create(), name, "", Quota.zero(), 0)));

        write(unit -> unit.identities().removeTenant(fresh.id()));
        thatFound(unit -> unit.identities().tenant(fresh.id())).isEmpty();
    }

    /** All of a user is kept: roles in several tenants and the lock. */
    @Test
    default void userIsAddedThenChanged() {
        User fresh = user();

        User added = written(unit -> unit.identities().save(fresh));
        User locked =
                new User(
                        added.id(),
                        added.name(),
                        "other",
                        Map.of(),
                        new User.Lock(3, Samples.NOW),
                        added.version());
        User changed = written(unit -> unit.identities().save(locked));

        assertThat(added.roles()).isEqualTo(fresh.roles());
        assertThat(added.lock()).isEqualTo(User.Lock.open());
        assertThat(changed.version()).isEqualTo(2);
        thatFound(unit -> unit.identities().user(fresh.id())).contains(changed);
        thatFound(unit -> unit.identities().userByName(fresh.name())).contains(changed);
        thatList(unit -> unit.identities().users()).contains(changed);
        refused(ErrorCode.STALE, unit -> unit.identities().save(locked));
    }

    /** The roles of a stored user are those that were given. */
    @Test
    default void rolesAreKeptPerTenant() {
        User fresh = user();

        write(unit -> unit.identities().save(fresh));

        assertThat(seen(unit -> unit.identities().user(fresh.id())).orElseThrow().roles())
                .isEqualTo(fresh.roles());
    }

    /** A user's tokens go with the user. */
    @Test
    default void tokensBelongToTheirUser() {
        User user = written(unit -> unit.identities().save(user()));
        Token one = token(user.id());
        Token two = token(user.id());
        write(
                unit -> {
                    unit.identities().add(one);
                    unit.identities().add(two);
                });

        thatFound(unit -> unit.identities().token(one.id())).contains(one);
        thatList(unit -> unit.identities().tokens(user.id())).containsExactlyInAnyOrder(one, two);
        refused(ErrorCode.ALREADY_EXISTS, unit -> unit.identities().add(one));

        write(
                unit -> {
                    unit.identities().removeToken(one.id());
                    unit.identities().removeToken(one.id());
                });
        thatList(unit -> unit.identities().tokens(user.id())).containsExactly(two);

        write(unit -> unit.identities().removeUser(user.id()));
        thatFound(unit -> unit.identities().user(user.id())).isEmpty();
        thatFound(unit -> unit.identities().token(two.id())).isEmpty();
    }

    private static User user() {
        return new User(
                UserId.create(),
                "u-" + UserId.create(),
                "hash",
                Map.of(
                        Samples.tenant(),
                        Set.of(Role.PROJECT_ADMIN, Role.VIEWER),
                        Samples.tenant(),
                        Set.of(Role.PROJECT_USER)),
                User.Lock.open(),
                0);
    }

    private static Token token(UserId user) {
        return new Token(
                TokenId.create(), user, Samples.tenant(), "hash", "for tests", Samples.NOW);
    }
}
