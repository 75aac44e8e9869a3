/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.testkit.JournalProbe;
import io.telamon.testkit.Samples;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTenantsTest {
    private static final Quota QUOTA = new Quota(10, 20, 4096, -1);

    @TempDir Path keys;
    private House house;

    @BeforeEach
    void openHouse() {
        house = new House(keys);
    }

    @Test
    void addedTenantIsFoundByNameAndId() {
        TenantId id = house.tenants.add(house.admin, "blue", "sky", QUOTA).tenant().id();

        assertThat(house.tenants.find(house.admin, "blue").tenant().id()).isEqualTo(id);
        assertThat(house.tenants.find(house.admin, id.value()).tenant().quota()).isEqualTo(QUOTA);
        House.refused(
                ErrorCode.ALREADY_EXISTS,
                "blue",
                () -> house.tenants.add(house.admin, "blue", "", QUOTA));
    }

    @Test
    void updateOfAnOldVersionIsStale() {
        var tenant = house.tenants.add(house.admin, "blue", "sky", QUOTA).tenant();
        house.tenants.update(house.admin, tenant.id(), tenant.version(), "sea", Quota.unlimited());

        House.refused(
                ErrorCode.STALE,
                "read it again",
                () ->
                        house.tenants.update(
                                house.admin, tenant.id(), tenant.version(), "lake", QUOTA));
        assertThat(house.tenants.find(house.admin, "blue").tenant().description()).isEqualTo("sea");
    }

    @Test
    void tenantThatOwnsSomethingIsInUseAndSaysWhat() {
        TenantId id = house.tenant("blue");
        var lane = Samples.lane();
        house.store.write(work -> work.accounts().add(Samples.account(id, lane, "cloud-1")));
        house.store.write(work -> work.instances().add(Samples.instance(id, "shop")));
        house.store.write(work -> work.catalog().add(Samples.entry(id, "shop-nsd")));

        House.refused(
                ErrorCode.IN_USE,
                "service shop, package shop-nsd, VIM account cloud-1",
                () -> house.tenants.delete(house.admin, id));
    }

    @Test
    void tenantWithUsersIsInUse() {
        TenantId id = house.tenant("blue");
        house.user("vera", "blue", Role.VIEWER);

        House.refused(ErrorCode.IN_USE, "user vera", () -> house.tenants.delete(house.admin, id));
    }

    @Test
    void deletedTenantTakesItsTokensAlong() {
        TenantId id = house.tenant("blue");
        Caller there = house.signIn.switchTenant(house.admin, "blue");
        String token = house.users.createToken(there, "x", Duration.ofDays(1)).text();
        house.signIn.checkToken(token);

        house.tenants.delete(house.admin, id);

        House.refused(ErrorCode.UNAUTHENTICATED, "token", () -> house.signIn.checkToken(token));
        House.refused(ErrorCode.NOT_FOUND, "blue", () -> house.tenants.find(house.admin, "blue"));
    }

    @Test
    void viewerSeesItsOwnTenantsOnlyAndChangesNone() {
        TenantId blue = house.tenant("blue");
        house.tenant("green");
        Caller vera = house.user("vera", "blue", Role.VIEWER);

        assertThat(house.tenants.list(vera))
                .extracting(view -> view.tenant().name())
                .containsExactly("blue");
        House.refused(ErrorCode.NOT_FOUND, "green", () -> house.tenants.find(vera, "green"));
        House.refused(ErrorCode.FORBIDDEN, "tenant:write", () -> house.tenants.delete(vera, blue));
    }

    @Test
    void impossibleQuotaAndNameAreRefused() {
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "quota",
                () -> house.tenants.add(house.admin, "blue", "", new Quota(-2, 0, 0, 0)));
        House.refused(
                ErrorCode.INVALID_ARGUMENT,
                "name of a tenant",
                () -> house.tenants.add(house.admin, "../etc", "", QUOTA));
    }

    @Test
    void changesAreInTheJournal() {
        JournalProbe journal = new JournalProbe(house.store);
        TenantId id = house.tenant("blue");

        house.tenants.update(house.admin, id, -1, "sea", QUOTA);
        house.tenants.delete(house.admin, id);

        assertThat(journal.types("tenant", id.value()))
                .containsExactly("TenantAdded", "TenantChanged", "TenantDeleted");
        assertThat(journal.versions("tenant", id.value())).containsExactly(1L, 2L, 3L);
    }
}
