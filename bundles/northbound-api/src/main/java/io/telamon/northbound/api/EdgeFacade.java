/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.security.Caller;

/**
 * Functions at the edge: who serves what, how well, and calling one. The edge belongs to the
 * operator and not to a tenant; what requests carry never passes here.
 */
public interface EdgeFacade {
    /**
     * Brokers, computers and functions at this moment: what the controller of this container was
     * told, and how it goes where a broker runs in this container.
     */
    @Requires("edge:read")
    EdgeView view(Caller caller);

    /**
     * Calls a function through a broker of this container, to try it. Waits for the answer.
     *
     * @throws io.telamon.errors.TelamonException NOT_FOUND when no broker here runs or knows the
     *     function or the named broker; INVALID_ARGUMENT for a name or limit that makes no sense
     */
    @Requires("edge:call")
    EdgeResult call(Caller caller, EdgeCall call);
}
