/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param reason the status in words, may be empty
 * @param headers headers; names in any case
 * @param body bytes
 */
public record Incoming(int status, String reason, Map<String, String> headers, byte[] body) {
    /** Makes header names insensitive to case. */
    public Incoming {
        Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        headers = any;
    }

    /** A header's value; empty when absent. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
