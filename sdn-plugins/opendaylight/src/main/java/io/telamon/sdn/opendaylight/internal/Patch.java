/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** One change of the controller's store, all or nothing (RFC 8072). */
final class Patch {
    private static final String INVENTORY = "/opendaylight-inventory:nodes";
    private static final String GROUP = "flow-node-inventory:group";

    private final ArrayNode edits = JsonNodeFactory.instance.arrayNode();
    private final Set<String> prepared = new HashSet<>();

    ArrayNode edits() {
        return edits;
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    private ObjectNode edit(String operation, String target) {
        return edits.addObject()
                .put("edit-id", Integer.toString(edits.size()))
                .put("operation", operation)
                .put("target", target);
    }

    private void write(String operation, String target, String name, JsonNode value) {
        edit(operation, target).putObject("value").putArray(name).add(value);
    }

    private static String node(String node) {
        return INVENTORY + "/node=" + Restconf.encode(node);
    }

    private static String table(String node, int table) {
        return node(node) + "/flow-node-inventory:table=" + table;
    }

    void putFlow(Marker.FlowEntry entry, ObjectNode flow) {
        String target = table(entry.node(), entry.table()) + "/flow=" + id(flow);
        write("replace", target, "flow-node-inventory:flow", flow);
    }

    private static String id(ObjectNode flow) {
        return Restconf.encode(flow.path("id").asText());
    }

    void removeFlow(String node, int table, String id) {
        prepare(node, table);
        edit("remove", table(node, table) + "/flow=" + Restconf.encode(id));
    }

    /** The controller refuses to remove or create something below what is not there. */
    private void prepare(String node, int table) {
        if (prepared.add(node + " " + table)) {
            ObjectNode parent = JsonNodeFactory.instance.objectNode().put("id", node);
            parent.putArray("flow-node-inventory:table").addObject().put("id", table);
            write("merge", node(node), "opendaylight-inventory:node", parent);
        }
    }

    /** Refused when another group has this number. */
    void createGroup(Group group, String name) {
        prepare(group.node(), 0);
        write("create", group(group.node(), group.id()), GROUP, group.json(name));
    }

    void putGroup(Group group, String name) {
        write("replace", group(group.node(), group.id()), GROUP, group.json(name));
    }

    private static String group(String node, long id) {
        return node(node) + "/" + GROUP + "=" + id;
    }

    void removeGroup(Marker.GroupEntry group) {
        prepare(group.node(), 0);
        edit("remove", group(group.node(), group.id()));
    }

    void putMarker(Marker marker) {
        write("replace", Marker.path(marker.token()), "opendaylight-inventory:node", marker.json());
    }

    void removeMarker(String token) {
        edit("remove", Marker.path(token));
    }
}
