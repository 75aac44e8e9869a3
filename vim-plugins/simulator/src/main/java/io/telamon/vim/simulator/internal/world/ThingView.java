/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import java.time.Instant;
import java.util.Map;

/**
 * A thing as clients see it.
 *
 * @param id given by the cloud
 * @param kind path of the kind
 * @param token tag that the client gave
 * @param name name for people
 * @param state BUILDING, ACTIVE, ERROR or DELETING
 * @param attributes what came of it
 * @param fault why it is broken
 * @param againMs when the state will change by itself, 0 when it does not
 * @param created when it was made, ISO 8601
 */
public record ThingView(
        String id,
        String kind,
        String token,
        String name,
        String state,
        Map<String, String> attributes,
        String fault,
        long againMs,
        String created) {
    static ThingView of(Thing thing, long now) {
        return new ThingView(
                thing.id(),
                thing.kind().path(),
                thing.token(),
                thing.draft().name(),
                thing.state(now),
                thing.attributes(),
                thing.fault(),
                thing.again(now),
                Instant.ofEpochMilli(thing.born().created()).toString());
    }
}
