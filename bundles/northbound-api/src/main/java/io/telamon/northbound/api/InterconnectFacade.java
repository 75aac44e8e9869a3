/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.InterconnectId;
import io.telamon.model.security.Caller;
import java.util.List;

/** What joins clouds below their networks, so that a link can span them. */
public interface InterconnectFacade {
    /** Interconnects of the caller's tenant (of all tenants for operators). */
    @Requires("vim:read")
    List<InterconnectView> list(Caller caller);

    /** Interconnect by id or name; NOT_FOUND also for another tenant's. */
    @Requires("vim:read")
    InterconnectView find(Caller caller, String idOrName);

    /**
     * Registers one. Nothing is asked of the clouds: that the wire is there and carries the VLANs
     * is the operator's word.
     *
     * @throws io.telamon.errors.TelamonException INVALID_ARGUMENT names what is wrong;
     *     ALREADY_EXISTS when the name is taken or a VLAN of the wire belongs to another one
     */
    @Requires("vim:write")
    InterconnectView add(Caller caller, InterconnectDraft draft);

    /** Forgets one; IN_USE names the services whose links use it. */
    @Requires("vim:write")
    void delete(Caller caller, InterconnectId id);
}
