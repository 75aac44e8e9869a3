/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the planner knows of the accounts.
 *
 * @param accounts accounts by lane
 * @param inventories inventories by VIM lane; without one the account cannot be used now
 * @param unusable why an account has no inventory, by lane
 */
public record Clouds(
        Map<LaneId, Account> accounts,
        Map<LaneId, Inventory> inventories,
        Map<LaneId, Refusal> unusable) {
    /** Copies the maps, keeping the order of accounts. */
    public Clouds {
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        inventories = Map.copyOf(inventories);
        unusable = Map.copyOf(unusable);
    }

    /** Name of an account for people. */
    public String name(LaneId lane) {
        Account account = accounts.get(lane);
        return account == null ? lane.toString() : account.name();
    }

    /** Why an account cannot be used now: its own error, so that wrong credentials stay that. */
    public Refusal silence(LaneId lane) {
        Refusal cause =
                unusable.getOrDefault(
                        lane, new Refusal(ErrorCode.VIM_UNAVAILABLE, "it does not answer"));
        return new Refusal(
                cause.code(), "Account " + name(lane) + " cannot be used now: " + cause.reason());
    }

    /** True when an account answers and has an ability. */
    public boolean can(LaneId lane, String ability) {
        return inventory(lane).filter(seen -> seen.abilities().contains(ability)).isPresent();
    }

    /** The VIM account with this name or id. */
    public Optional<LaneId> vim(String nameOrId) {
        return accounts.values().stream()
                .filter(account -> account.lane().kind() == LaneKind.VIM)
                .filter(
                        account ->
                                account.name().equals(nameOrId)
                                        || account.lane().id().equals(nameOrId))
                .map(Account::lane)
                .findFirst();
    }

    /** The inventory of an account, if it answers. */
    public Optional<Inventory> inventory(LaneId lane) {
        return Optional.ofNullable(inventories.get(lane));
    }
}
