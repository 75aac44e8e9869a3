/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What a network service can do beyond its core, asked once per session. Thread-safe. */
public final class Extensions {
    private final Cloud cloud;

    // set once the cloud was asked; two threads that ask at once get the same answer
    private volatile Set<String> known;

    /** Extensions of one session's cloud; does no I/O. */
    public Extensions(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Their aliases. */
    public Set<String> aliases() {
        Set<String> found = known;
        if (found == null) {
            Set<String> aliases = new HashSet<>();
            Ask ask = Ask.get("List network extensions", Service.NETWORK, "/extensions");
            for (JsonNode one : cloud.call(ask, "extensions")) {
                aliases.add(one.path("alias").asText());
            }
            found = Set.copyOf(aliases);
            known = found;
        }
        return found;
    }
}
