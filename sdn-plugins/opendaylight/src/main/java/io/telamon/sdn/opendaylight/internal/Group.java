/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The functions that share one position: the switch chooses one per connection.
 *
 * @param node the switch
 * @param id number on the switch
 * @param ports where the functions are
 */
record Group(String node, long id, List<SwitchPort> ports) {
    private static final long ANY = 0xffffffffL;

    ObjectNode json(String name) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        group.put("group-id", id).put("group-name", name).put("group-type", "group-select");
        ArrayNode buckets = group.putObject("buckets").putArray("bucket");
        for (SwitchPort port : ports) {
            ObjectNode bucket = buckets.addObject();
            bucket.put("bucket-id", buckets.size() - 1).put("weight", 1);
            bucket.put("watch_group", ANY).put("watch_port", ANY);
            ObjectNode action = bucket.putArray("action").addObject().put("order", 0);
            action.putObject("output-action")
                    .put("output-node-connector", port.number())
                    .put("max-length", 0);
        }
        return group;
    }
}
