/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.security.Caller;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.util.List;

/**
 * Finds accounts for a caller: its own tenant's, or all for operators; what is foreign is not
 * there.
 */
final class AccountAccess {
    private final Store store;

    AccountAccess(Store store) {
        this.store = store;
    }

    /** Checks the right that fits the kind of account: {@code vim:read}, {@code sdn:write} ... */
    static void require(Caller caller, LaneKind kind, String verb) {
        caller.require((kind == LaneKind.SDN ? "sdn:" : "vim:") + verb);
    }

    List<Account> list(Caller caller, LaneKind kind) {
        TenantId tenant = caller.seesAllTenants() ? null : caller.tenant();
        return store.read(work -> work.accounts().list(tenant, kind));
    }

    Account get(Caller caller, LaneId lane) {
        return store.read(work -> get(work, caller, lane));
    }

    static Account get(UnitOfWork work, Caller caller, LaneId lane) {
        return work.accounts()
                .find(lane)
                .filter(found -> visible(caller, found))
                .orElseThrow(() -> absent(lane.id()));
    }

    Account find(Caller caller, LaneKind kind, String idOrName) {
        return store.read(
                work ->
                        work.accounts()
                                .find(new LaneId(kind, idOrName))
                                .or(
                                        () ->
                                                work.accounts()
                                                        .findByName(
                                                                caller.tenant(), kind, idOrName))
                                .filter(found -> visible(caller, found))
                                .orElseThrow(() -> absent(idOrName)));
    }

    private static boolean visible(Caller caller, Account account) {
        return caller.seesAllTenants() || account.tenant().equals(caller.tenant());
    }

    private static TelamonException absent(String name) {
        return new TelamonException(
                ErrorCode.NOT_FOUND,
                "There is no account %s here; vim:list shows what there is",
                name);
    }
}
