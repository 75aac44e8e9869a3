/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.ro.api.Inventories;
import io.telamon.store.api.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads accounts and inventories for a plan; an account that does not answer is named, not thrown.
 */
final class CloudReader {
    private static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final Store store;
    private final Supplier<Inventories> inventories;

    CloudReader(Store store, Supplier<Inventories> inventories) {
        this.store = store;
        this.inventories = inventories;
    }

    /** All accounts of a tenant with the inventories of those that {@code wanted} picks. */
    Clouds read(TenantId tenant, Predicate<Account> wanted) {
        List<Account> accounts = store.read(work -> work.accounts().list(tenant, null));
        Map<LaneId, Account> byLane = new LinkedHashMap<>();
        Map<LaneId, Inventory> seen = new HashMap<>();
        Map<LaneId, Refusal> unusable = new HashMap<>();
        for (Account account : accounts) {
            byLane.put(account.lane(), account);
            if (account.lane().kind() == LaneKind.VIM && wanted.test(account)) {
                try {
                    seen.put(account.lane(), inventories.get().of(account.lane(), MAX_AGE));
                } catch (TelamonException silent) {
                    unusable.put(
                            account.lane(),
                            new Refusal(silent.code(), String.valueOf(silent.getMessage())));
                }
            }
        }
        return new Clouds(byLane, seen, unusable);
    }
}
