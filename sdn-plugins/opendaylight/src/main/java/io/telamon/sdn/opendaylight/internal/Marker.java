/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What we note about a chain in the controller's store: a node {@code telamon:<token>} beside the
 * switches, with no flow of its own, whose description names the chain's flows and groups. It is
 * written in one transaction with what it names; in the same part of the store, because
 * OpenDaylight can lock up when transactions over several parts run at once.
 *
 * @param token request token
 * @param name name of the chain
 * @param state how far the chain is
 * @param written when it was changed last
 * @param parts its flows and groups
 */
record Marker(String token, String name, State state, Instant written, Parts parts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "telamon:";

    /** How far a chain is. */
    enum State {
        /** Being made; not all of it was there yet. */
        NEW,
        /** All of it is there. */
        WHOLE,
        /** All of it was there; being changed or removed. */
        CHANGING
    }

    /**
     * What a chain consists of.
     *
     * @param flows its flows
     * @param groups its groups
     */
    record Parts(List<FlowEntry> flows, Set<GroupEntry> groups) {
        /** Copies the collections. */
        Parts {
            flows = List.copyOf(flows);
            groups = Set.copyOf(groups);
        }

        static Parts none() {
            return new Parts(List.of(), Set.of());
        }

        /** Those switches that any of them is on. */
        Set<String> nodes() {
            Set<String> nodes = new LinkedHashSet<>();
            flows.forEach(flow -> nodes.add(flow.node()));
            groups.forEach(group -> nodes.add(group.node()));
            return nodes;
        }
    }

    /**
     * A flow.
     *
     * @param node the switch
     * @param table number of the table
     * @param index number within the chain
     * @param identity what tells it apart from other flows, shortened
     * @param role what it is for
     */
    record FlowEntry(String node, int table, int index, String identity, Flow.Role role) {}

    /**
     * A group.
     *
     * @param node the switch
     * @param id number on the switch
     */
    record GroupEntry(String node, long id) {}

    /** True for nodes that are markers. */
    static boolean isOne(JsonNode node) {
        return node.path("id").asText().startsWith(PREFIX);
    }

    /**
     * Reads a node that is a marker.
     *
     * @throws TelamonException VIM_UNEXPECTED when somebody else wrote into it
     */
    static Marker parse(JsonNode node) {
        String id = node.path("id").asText();
        String text = node.path("flow-node-inventory:description").asText();
        try {
            JsonNode json = JSON.readTree(text);
            List<FlowEntry> flows = new ArrayList<>();
            for (JsonNode flow : json.path("flows")) {
                flows.add(
                        new FlowEntry(
                                flow.path("node").asText(),
                                flow.path("table").asInt(),
                                flow.path("index").asInt(),
                                flow.path("match").asText(),
                                Flow.Role.parse(flow.path("role").asText())));
            }
            Set<GroupEntry> groups = new LinkedHashSet<>();
            for (JsonNode group : json.path("groups")) {
                groups.add(new GroupEntry(group.path("node").asText(), group.path("id").asLong()));
            }
            return new Marker(
                    id.substring(PREFIX.length()),
                    json.path("name").asText(),
                    State.valueOf(json.path("state").asText()),
                    Instant.parse(json.path("written").asText()),
                    new Parts(flows, groups));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new TelamonException(
                    ErrorCode.VIM_UNEXPECTED, e, "The note %s makes no sense: %s", id, text);
        }
    }

    /** As the controller's model writes it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("state", state.name()).put("written", written.toString());
        ArrayNode flows = json.putArray("flows");
        for (FlowEntry flow : parts.flows()) {
            flows.addObject()
                    .put("node", flow.node())
                    .put("table", flow.table())
                    .put("index", flow.index())
                    .put("match", flow.identity())
                    .put("role", flow.role().text());
        }
        ArrayNode groups = json.putArray("groups");
        parts.groups()
                .forEach(
                        group ->
                                groups.addObject().put("node", group.node()).put("id", group.id()));
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", PREFIX + token)
                .put("flow-node-inventory:description", json.toString());
    }

    Mark mark() {
        return new Mark(token);
    }

    /** Where it is in the store. */
    static String path(String token) {
        return "/opendaylight-inventory:nodes/node=" + Restconf.encode(PREFIX + token);
    }
}
