/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Marks;
import io.telamon.vim.spi.Observation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What nova shows of a server, in the words of the SPI. */
final class ServerState {
    private static final Duration SOON = Duration.ofSeconds(1);

    private ServerState() {}

    /** A server as the answer to its create shows it: nova tells the id only. */
    static Observation building(String id, RequestToken token) {
        return new Observation(id, token.value(), ResourceState.BUILDING, Map.of(), "", SOON);
    }

    static String token(JsonNode server) {
        String tagged = Marks.readAny(server.path("tags"));
        return tagged.isEmpty() ? server.path("metadata").path("telamon").asText() : tagged;
    }

    static ResourceState of(JsonNode server) {
        if ("deleting".equals(server.path("OS-EXT-STS:task_state").asText())) {
            return ResourceState.DELETING;
        }
        return switch (server.path("status").asText()) {
            case "ACTIVE",
                    "SHUTOFF",
                    "PAUSED",
                    "SUSPENDED",
                    "RESCUE",
                    "SHELVED",
                    "SHELVED_OFFLOADED",
                    "MIGRATING" ->
                    ResourceState.ACTIVE;
            case "DELETED", "SOFT_DELETED" -> ResourceState.MISSING;
            case "ERROR", "UNKNOWN" -> ResourceState.ERROR;
            default -> ResourceState.BUILDING;
        };
    }

    static Map<String, String> attributes(JsonNode server) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("name", server.path("name").asText());
        attributes.put("status", server.path("status").asText());
        attributes.put("power", "SHUTOFF".equals(server.path("status").asText()) ? "off" : "on");
        attributes.put("zone", server.path("OS-EXT-AZ:availability_zone").asText());
        // only administrators see the host; others see that two servers are on two of them
        String host = server.path("OS-EXT-SRV-ATTR:host").asText(null);
        host = host == null ? server.path("hostId").asText() : host;
        if (!host.isEmpty()) {
            attributes.put("host", host);
        }
        return attributes;
    }

    static Observation observation(JsonNode server, Map<String, String> attributes) {
        ResourceState state = of(server);
        boolean moving = state == ResourceState.BUILDING || state == ResourceState.DELETING;
        return new Observation(
                server.path("id").asText(),
                token(server),
                state,
                attributes,
                state == ResourceState.ERROR ? fault(server) : "",
                moving ? SOON : Duration.ZERO);
    }

    /** Request id of the youngest action that failed, else of the youngest. */
    static String guilty(JsonNode actions) {
        JsonNode youngest = actions.path(0);
        for (JsonNode action : actions) {
            if ("Error".equals(action.path("message").asText())) {
                return action.path("request_id").asText();
            }
        }
        return youngest.path("request_id").asText();
    }

    private static String fault(JsonNode server) {
        String words = server.path("fault").path("message").asText();
        return words.isEmpty() ? "The server is in state " + server.path("status").asText() : words;
    }
}
