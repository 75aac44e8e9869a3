/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.security.Caller;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** VIM and SDN accounts. Methods check vim: or sdn: rights by the kind of account. */
public interface AccountFacade {
    /** Accounts of the caller's tenant (of all tenants for operators). */
    @Requires("vim:read")
    List<AccountView> list(Caller caller, LaneKind kind);

    /** One account; NOT_FOUND also for another tenant's. */
    @Requires("vim:read")
    AccountView get(Caller caller, LaneId lane);

    /** Account by id or name. */
    @Requires("vim:read")
    AccountView find(Caller caller, LaneKind kind, String idOrName);

    /** Plug-in types installed now. */
    @Requires("vim:read")
    List<PluginTypeView> types(Caller caller);

    /** Adds an account; a type without plug-in is accepted, its tasks wait. */
    @Requires("vim:write")
    AccountView add(Caller caller, AccountDraft draft);

    /**
     * Changes an account; STALE when {@code expectedVersion} (or -1 for any) is not the stored one.
     */
    @Requires("vim:write")
    AccountView update(Caller caller, LaneId lane, long expectedVersion, AccountDraft draft);

    /** Deletes an account; IN_USE names the instances on it. */
    @Requires("vim:write")
    void delete(Caller caller, LaneId lane);

    /**
     * Tests the connection of a stored account now, step by step, over a session of its own. Ends
     * within a fixed time; OVERLOADED when too many tests run already. When it works, the inventory
     * is read anew.
     *
     * @param seen hears of each step as soon as it is taken, on another thread; must not block
     */
    @Requires("vim:read")
    List<CheckStepView> check(Caller caller, LaneId lane, Consumer<CheckStepView> seen);

    /**
     * The same test for settings that are not stored. Nothing is written; the secret is used for
     * this test only. Needs the right to add accounts, because it calls any address.
     */
    @Requires("vim:write")
    List<CheckStepView> check(Caller caller, AccountDraft draft, Consumer<CheckStepView> seen);

    /**
     * The clouds of an OpenStack {@code clouds.yaml} as accounts of type {@code openstack}; nothing
     * is written. MALFORMED or TOO_LARGE for what is no such file.
     *
     * @param file read to its end, not closed
     */
    @Requires("vim:write")
    List<CloudEntry> readClouds(Caller caller, InputStream file);
}
