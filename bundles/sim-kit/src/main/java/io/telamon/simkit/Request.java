/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/**
 * One request of a client.
 *
 * @param method HTTP method
 * @param path path below the world, with a leading {@code /} unless empty, and query
 * @param body JSON, empty for none
 */
public record Request(String method, String path, byte[] body) {
    /** A request without a body. */
    public static Request of(String method, String path) {
        return new Request(method, path, new byte[0]);
    }

    /** A request with a JSON body. */
    public static Request of(String method, String path, Object body) {
        return new Request(method, path, Json.bytes(body));
    }
}
