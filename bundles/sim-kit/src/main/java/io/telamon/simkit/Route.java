/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call is about: {@code /w/<world>/<kind>/<id>/<action>}.
 *
 * @param verb probe, inventory, create, find, list, observe, update, act or delete
 * @param world name of the cloud
 * @param kind kind of thing, empty for probe and inventory
 * @param id the thing, empty where none is named
 * @param parameters query parameters; an action's name is {@code action}
 */
public record Route(
        String verb, String world, String kind, String id, Map<String, String> parameters) {
    private static final int MAX_SEGMENTS = 4;

    /**
     * Reads method and path.
     *
     * @param method HTTP method
     * @param target path without the leading {@code /w/}, with the query
     * @throws Refusal 404 or 405 when there is no such thing to call
     */
    public static Route parse(String method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> query = parseQuery(mark < 0 ? "" : target.substring(mark + 1));
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            parts.add(decode(part));
        }
        if (parts.size() > MAX_SEGMENTS || parts.get(0).isEmpty()) {
            throw new Refusal(404, "no-such-path", "There is nothing at %s", path);
        }
        if (parts.size() == MAX_SEGMENTS) {
            query.put("action", parts.get(3));
        }
        String verb = verb(method, parts, query.containsKey("token"));
        boolean whole = "inventory".equals(verb) || parts.size() < 2;
        return new Route(
                verb,
                parts.get(0),
                whole ? "" : parts.get(1),
                parts.size() > 2 ? parts.get(2) : "",
                Map.copyOf(query));
    }

    /** A query parameter, empty when absent. */
    public String query(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** A query parameter as a number. */
    public long number(String name, long fallback) {
        String text = query(name);
        try {
            return text.isEmpty() ? fallback : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, "malformed", "%s is not a number: %s", name, text);
        }
    }

    private static String verb(String method, List<String> parts, boolean byToken) {
        String shape = method + parts.size();
        return switch (shape) {
            case "GET1" -> "probe";
            case "GET2" -> whole(parts.get(1), byToken);
            case "POST2" -> "create";
            case "GET3" -> "observe";
            case "PUT3" -> "update";
            case "DELETE3" -> "delete";
            case "POST4" -> "act";
            default -> throw new Refusal(405, "no-such-call", "%s is not possible here", method);
        };
    }

    private static String whole(String name, boolean byToken) {
        if ("inventory".equals(name)) {
            return name;
        }
        return byToken ? "find" : "list";
    }

    /** Reads a query string. */
    public static Map<String, String> parseQuery(String text) {
        Map<String, String> result = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                result.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return result;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "malformed", "%s is not URL-encoded", text);
        }
    }
}
