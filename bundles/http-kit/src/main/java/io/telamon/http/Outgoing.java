/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A request as it goes out.
 *
 * @param method HTTP method
 * @param address absolute address
 * @param headers headers beyond those of the connection
 * @param body bytes; empty for none
 * @param content a large body instead of {@code body}, or null
 */
public record Outgoing(
        String method, URI address, Map<String, String> headers, byte[] body, Content content) {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** True when repeating it changes nothing. */
    boolean isReading() {
        return READING.contains(method);
    }
}
