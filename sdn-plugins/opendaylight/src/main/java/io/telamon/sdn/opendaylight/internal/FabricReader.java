/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which switches are connected, their ports and the links between them. */
final class FabricReader {
    /** A cheap question. */
    static final String SWITCHES =
            "/opendaylight-inventory:nodes?content=nonconfig&fields=node(id)";

    private static final String PORTS =
            "/opendaylight-inventory:nodes?content=nonconfig"
                    + "&fields=node(id;node-connector(id;flow-node-inventory:name))";
    private static final String LINKS =
            "/network-topology:network-topology/topology=flow%3A1?content=nonconfig"
                    + "&fields=link(source;destination)";

    private final Restconf restconf;
    private final AccountSettings settings;

    FabricReader(Restconf restconf, AccountSettings settings) {
        this.restconf = restconf;
        this.settings = settings;
    }

    /** The switches as they are now; links are read when they are asked for. */
    Fabric read(String what) {
        Map<SwitchPort, String> names = new LinkedHashMap<>();
        Optional<JsonNode> answer = restconf.get(what + ": read the ports of switches", PORTS);
        if (answer.isPresent()) {
            for (JsonNode node : answer.get().at("/opendaylight-inventory:nodes/node")) {
                for (JsonNode port : node.path("node-connector")) {
                    String id = port.path("id").asText();
                    if (id.contains(":")) {
                        names.put(
                                SwitchPort.of(id), port.path("flow-node-inventory:name").asText());
                    }
                }
            }
        }
        return new Fabric(names, settings.portPrefixes(), () -> links(what));
    }

    private List<Fabric.Link> links(String what) {
        List<Fabric.Link> links = new ArrayList<>();
        Optional<JsonNode> answer = restconf.get(what + ": read the links of switches", LINKS);
        if (answer.isPresent()) {
            for (JsonNode link : answer.get().at("/network-topology:topology/0/link")) {
                String from = link.at("/source/source-tp").asText();
                String to = link.at("/destination/dest-tp").asText();
                if (from.contains(":") && to.contains(":")) {
                    links.add(new Fabric.Link(SwitchPort.of(from), SwitchPort.of(to)));
                }
            }
        }
        return links;
    }
}
