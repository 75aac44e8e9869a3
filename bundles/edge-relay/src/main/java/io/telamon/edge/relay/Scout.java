/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.telamon.edge.relay.table.Entry;
import io.telamon.edge.relay.table.Member;
import io.telamon.edge.relay.wire.Payload;
import java.util.function.Consumer;

/** Finds out before a request is sent where it is best sent to. */
public interface Scout {
    /**
     * Asks the destinations of an entry with a request for an estimate, and tells whose estimate is
     * the smallest: null when nobody answered. Runs within the caller's context; never blocks.
     */
    void ask(Entry entry, Payload estimate, Consumer<Member> found);
}
