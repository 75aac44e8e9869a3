/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a switch itself says about flows of ours: which it holds, and how much passed them.
 *
 * @param byCookie by cookie, which is different for each flow
 */
record SwitchFlows(Map<Long, Counted> byCookie) {
    private static final String OPERATION = "opendaylight-direct-statistics:get-flow-statistics";

    /**
     * How much passed a flow.
     *
     * @param packets number of packets
     * @param bytes number of bytes
     */
    record Counted(BigInteger packets, BigInteger bytes) {
        Counted plus(Counted more) {
            return new Counted(packets.add(more.packets), bytes.add(more.bytes));
        }
    }

    /** Asks a switch; empty when it is not connected to the controller. */
    static Optional<SwitchFlows> read(Restconf restconf, String node, long cookie, long mask) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("node", "/opendaylight-inventory:nodes/node[id='" + node + "']");
        input.put("cookie", cookie);
        input.put("cookie_mask", new BigInteger(Long.toUnsignedString(mask)));
        return restconf.invoke("Ask switch " + node + " for its flows", OPERATION, input)
                .map(SwitchFlows::parse);
    }

    private static SwitchFlows parse(JsonNode answer) {
        Map<Long, Counted> all = new HashMap<>();
        for (JsonNode flow :
                answer.path("opendaylight-direct-statistics:output")
                        .path("flow-and-statistics-map-list")) {
            all.put(
                    number(flow, "cookie").longValue(),
                    new Counted(number(flow, "packet-count"), number(flow, "byte-count")));
        }
        return new SwitchFlows(all);
    }

    private static BigInteger number(JsonNode flow, String field) {
        String text = flow.path(field).asText();
        return text.matches("\\d{1,20}") ? new BigInteger(text) : BigInteger.ZERO;
    }
}
