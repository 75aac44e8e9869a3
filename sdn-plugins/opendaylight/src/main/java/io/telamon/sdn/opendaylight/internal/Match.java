/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Conditions on a packet beyond the port it comes from: exactly what one flow can match.
 *
 * @param fields checked values by the names of {@link Matches}
 */
record Match(SortedMap<String, String> fields) {
    static final String ETHER_TYPE = "ether-type";
    static final String VLAN = "vlan-id";
    static final String SOURCE_MAC = "source-mac";
    static final String DESTINATION_MAC = "destination-mac";
    static final String PROTOCOL = "ip-proto";
    static final String DSCP = "dscp";
    static final String SOURCE_PREFIX = "source-prefix";
    static final String DESTINATION_PREFIX = "destination-prefix";
    static final String SOURCE_PORT = "source-port";
    static final String DESTINATION_PORT = "destination-port";
    static final int IPV6 = 0x86dd;

    private static final Map<String, String> MIRROR =
            Map.of(
                    SOURCE_MAC, DESTINATION_MAC,
                    DESTINATION_MAC, SOURCE_MAC,
                    SOURCE_PREFIX, DESTINATION_PREFIX,
                    DESTINATION_PREFIX, SOURCE_PREFIX,
                    SOURCE_PORT, DESTINATION_PORT,
                    DESTINATION_PORT, SOURCE_PORT);
    private static final Map<String, String> TRANSPORTS =
            Map.of("6", "tcp", "17", "udp", "132", "sctp");

    /** Everything. */
    static Match all() {
        return new Match(new TreeMap<>());
    }

    /** The packets of the way back. */
    Match reversed() {
        SortedMap<String, String> mirrored = new TreeMap<>();
        fields.forEach((name, value) -> mirrored.put(MIRROR.getOrDefault(name, name), value));
        return new Match(mirrored);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** As the controller's model writes it. */
    ObjectNode json() {
        ObjectNode match = JsonNodeFactory.instance.objectNode();
        ethernet(match);
        if (has(VLAN)) {
            match.putObject("vlan-match")
                    .putObject("vlan-id")
                    .put("vlan-id-present", true)
                    .put("vlan-id", number(VLAN));
        }
        if (has(PROTOCOL)) {
            match.withObject("/ip-match").put("ip-protocol", number(PROTOCOL));
        }
        if (has(DSCP)) {
            match.withObject("/ip-match").put("ip-dscp", number(DSCP));
        }
        String family = has(ETHER_TYPE) && number(ETHER_TYPE) == IPV6 ? "ipv6-" : "ipv4-";
        put(match, family + "source", SOURCE_PREFIX);
        put(match, family + "destination", DESTINATION_PREFIX);
        transport(match);
        return match;
    }

    private void ethernet(ObjectNode match) {
        if (has(ETHER_TYPE)) {
            match.withObject("/ethernet-match/ethernet-type").put("type", number(ETHER_TYPE));
        }
        if (has(SOURCE_MAC)) {
            match.withObject("/ethernet-match/ethernet-source")
                    .put("address", fields.get(SOURCE_MAC));
        }
        if (has(DESTINATION_MAC)) {
            match.withObject("/ethernet-match/ethernet-destination")
                    .put("address", fields.get(DESTINATION_MAC));
        }
    }

    private void transport(ObjectNode match) {
        String name = TRANSPORTS.get(fields.getOrDefault(PROTOCOL, ""));
        if (has(SOURCE_PORT)) {
            match.put(name + "-source-port", number(SOURCE_PORT));
        }
        if (has(DESTINATION_PORT)) {
            match.put(name + "-destination-port", number(DESTINATION_PORT));
        }
    }

    private void put(ObjectNode match, String target, String field) {
        if (has(field)) {
            match.put(target, fields.get(field));
        }
    }

    private int number(String field) {
        return Integer.decode(fields.get(field));
    }
}
