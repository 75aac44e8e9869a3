/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/**
 * A wish to hold calls open at a moment, so that a test can kill the caller just then. Absent
 * fields take the defaults named here.
 *
 * @param id given back; made up when absent
 * @param world pattern, any
 * @param verb pattern, any
 * @param kind pattern, any
 * @param name pattern for the name in a create, any
 * @param moment {@code arrived} (nothing was done yet) or {@code done} (done, not answered)
 * @param nth the first matching call to hold, 1
 * @param hold how many calls to hold from then on, 1; -1 for all until the release
 */
public record GateOrder(
        String id,
        String world,
        String verb,
        String kind,
        String name,
        String moment,
        Long nth,
        Long hold) {
    /** Puts the defaults in. */
    public GateOrder {
        id = id == null ? "" : id;
        world = Match.orAny(world);
        verb = Match.orAny(verb);
        kind = Match.orAny(kind);
        name = Match.orAny(name);
        moment = moment == null ? "arrived" : moment;
        nth = nth == null ? Long.valueOf(1) : nth;
        hold = hold == null ? Long.valueOf(1) : hold;
    }

    /** The same wish with an id. */
    public GateOrder named(String newId) {
        return new GateOrder(newId, world, verb, kind, name, moment, nth, hold);
    }

    Match match() {
        return new Match(world, verb, kind, name);
    }
}
