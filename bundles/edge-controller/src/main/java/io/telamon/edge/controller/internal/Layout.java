/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Collection;
import java.util.Set;

/** Decides which router gets which routes. A pure function of who is there. */
interface Layout {
    /**
     * The tables that these routers should have.
     *
     * @param computers that answer
     * @param routers that announced themselves
     * @param away end-points of routers that have not answered for a while; they get tables too,
     *     but nobody should depend on them
     */
    Plan plan(Collection<Computer> computers, Collection<Router> routers, Set<String> away);
}
