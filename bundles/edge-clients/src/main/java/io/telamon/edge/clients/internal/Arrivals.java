/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

/** When a client sends its requests: an endless series that depends on nothing but its seed. */
interface Arrivals {
    /** The next request. */
    Due next();

    /**
     * When a request is due, in seconds since the start.
     *
     * @param at not before; a client that is late sends at once
     * @param dropAfter not after; a client that is later leaves the request out
     */
    record Due(double at, double dropAfter) {}
}
