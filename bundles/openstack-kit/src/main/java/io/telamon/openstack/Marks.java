/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.resource.RequestToken;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How a request token is written into descriptions, tags and names, and read out of them. */
public final class Marks {
    private static final String PREFIX = "telamon:";
    private static final String PART = "telamon-part:";

    private Marks() {}

    /** The token as it stands on the cloud. */
    public static String of(RequestToken token) {
        return PREFIX + token.value();
    }

    /** The token of a thing of several parts that are not all there yet. */
    public static String ofPart(RequestToken token) {
        return PART + token.value();
    }

    /** True when this stands on a thing of which parts are missing. */
    public static boolean isPart(String text) {
        return text.startsWith(PART);
    }

    /** The token in a description or tag; empty when it is not ours. */
    public static String read(String text) {
        return text.startsWith(PREFIX)
                ? text.substring(PREFIX.length())
                : isPart(text) ? text.substring(PART.length()) : "";
    }

    /** The token at the end of a name; empty when it is not ours. */
    public static String readEnd(String name) {
        int start = name.lastIndexOf(" " + PREFIX);
        return start < 0 ? "" : read(name.substring(start + 1));
    }

    /** The first token among tags; empty when there is none. */
    public static String readAny(JsonNode tags) {
        for (JsonNode tag : tags) {
            if (!read(tag.asText()).isEmpty()) {
                return read(tag.asText());
            }
        }
        return "";
    }

    /** True when a thing was born longer ago; false when it does not say. */
    public static boolean isOlder(JsonNode thing, Duration age) {
        try {
            Instant born = Instant.parse(thing.path("created_at").asText());
            return born.plus(age).isBefore(Instant.now());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
