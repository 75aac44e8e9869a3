/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.http.Content;
import java.util.ArrayList;
import java.util.List;
import org.openstack4j.core.transport.HttpMethod;

/**
 * One call of one service.
 *
 * @param what what it is for, in words, for errors
 * @param target where it goes
 * @param query names and values by turns
 * @param body JSON, or null
 * @param content a large body, or null
 */
public record Ask(String what, Target target, List<String> query, JsonNode body, Content content) {
    /**
     * Where a call goes.
     *
     * @param method HTTP method
     * @param service which service
     * @param path path below the service's endpoint
     */
    public record Target(HttpMethod method, Service service, String path) {}

    /** Reads. */
    public static Ask get(String what, Service service, String path) {
        return of(what, HttpMethod.GET, service, path);
    }

    /** Makes. */
    public static Ask post(String what, Service service, String path, JsonNode body) {
        return of(what, HttpMethod.POST, service, path).with(body);
    }

    /** Changes. */
    public static Ask put(String what, Service service, String path, JsonNode body) {
        return of(what, HttpMethod.PUT, service, path).with(body);
    }

    /** Removes. */
    public static Ask delete(String what, Service service, String path) {
        return of(what, HttpMethod.DELETE, service, path);
    }

    private static Ask of(String what, HttpMethod method, Service service, String path) {
        return new Ask(what, new Target(method, service, path), List.of(), null, null);
    }

    private Ask with(JsonNode json) {
        return new Ask(what, target, query, json, null);
    }

    /** The same with a stream of bytes. */
    public Ask with(Content bytes) {
        return new Ask(what, target, query, null, bytes);
    }

    /** The same with one more query parameter. */
    public Ask query(String name, String value) {
        List<String> more = new ArrayList<>(query);
        more.add(name);
        more.add(value);
        return new Ask(what, target, more, body, content);
    }
}
