/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.security.Caller;
import java.util.List;

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

    /** Tries the account step by step now; each step is {@code name: ok} or the cloud's words. */
    @Requires("vim:read")
    List<ProbeStep> probe(Caller caller, LaneId lane);

    /**
     * One step of a probe.
     *
     * @param name what was tried
     * @param ok true when it worked
     * @param detail result or the cause in the cloud's words
     */
    record ProbeStep(String name, boolean ok, String detail) {}
}
