/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.User;
import io.telamon.store.api.Slice;
import io.telamon.store.api.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a tenant owns, and so what keeps it from being deleted. */
final class Holdings {
    private static final int NAMED = 3;

    private Holdings() {}

    static void refuseIfAny(UnitOfWork work, Tenant tenant) {
        TenantId id = tenant.id();
        List<String> held = new ArrayList<>();
        name(held, "service", work.instances().list(id, few()), NsInstance::name);
        name(held, "package", work.catalog().list(id, null, few()), Holdings::title);
        name(held, "VIM account", work.accounts().list(id, LaneKind.VIM), Account::name);
        name(held, "SDN account", work.accounts().list(id, LaneKind.SDN), Account::name);
        name(held, "user", usersOf(work, id), User::name);
        if (!held.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.IN_USE,
                    "Tenant %s still has %s; remove them first",
                    tenant.name(),
                    String.join(", ", held));
        }
    }

    private static Slice few() {
        return new Slice("", NAMED + 1);
    }

    private static String title(CatalogEntry entry) {
        return entry.name().descriptorId();
    }

    private static List<User> usersOf(UnitOfWork work, TenantId id) {
        return work.identities().users().stream()
                .filter(user -> user.roles().containsKey(id))
                .toList();
    }

    private static <T> void name(
            List<String> held, String kind, List<T> things, Function<T, String> nameOf) {
        things.stream().limit(NAMED).forEach(thing -> held.add(kind + " " + nameOf.apply(thing)));
        if (things.size() > NAMED) {
            held.add("more " + kind + "s");
        }
    }
}
