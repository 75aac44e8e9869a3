/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import java.util.List;
import java.util.Optional;

/** VIM and SDN accounts. */
public interface Accounts {
    /** The account of a lane; empty when there is none. */
    Optional<Account> find(LaneId lane);

    /** Account of this name in the tenant. */
    Optional<Account> findByName(TenantId tenant, LaneKind kind, String name);

    /** Accounts of a tenant (null for all) ordered by name. */
    List<Account> list(TenantId tenant, LaneKind kind);

    /** Adds an account; ALREADY_EXISTS when the name is taken. */
    Account add(Account account);

    /** Stores a change; STALE when the version is not the stored one. */
    Account save(Account account);

    /** Removes it. */
    void remove(LaneId lane);

    /** Last inventory read from this account; empty before the first. */
    Optional<Inventory> inventory(LaneId lane);

    /** Keeps the inventory just read. */
    void saveInventory(LaneId lane, Inventory inventory);

    /** What accepted, unfinished and running plans hold on this account. */
    Quota reserved(LaneId lane);

    /** Changes the reservation of an instance on an account to this amount (zero removes it). */
    void reserve(NsInstanceId instance, LaneId lane, Quota amount);

    /** Accounts on which an instance holds something. */
    List<LaneId> reservedOn(NsInstanceId instance);

    /** What all instances of a tenant hold on all accounts. */
    Quota reservedBy(TenantId tenant);

    /** Takes the row lock that orders reservations on this account until the transaction ends. */
    void lock(LaneId lane);
}
