/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The words that the committed table is compared with. */
class FootprintTest {
    private static final String RECORDS =
            """
            [{"key":"vld/lan","kind":"network","name":"vld/lan","handle":"n1","state":"ACTIVE"},
             {"key":"vnf/a/vl/in","kind":"network","name":"old","handle":"n2","state":"ACTIVE","adopted":true},
             {"key":"vnf/a/vdu/vm/0","kind":"server","handle":"s1","state":"ACTIVE"},
             {"key":"vnffg/g/p","kind":"chain","handle":"c1","state":"ACTIVE"}]
            """;
    private static final String CLOUD =
            """
            {"things":[{"id":"n1"},{"id":"n2"},
             {"id":"s1","attributes":{"network/eth0":"n1","network/eth1":"n2","port/eth0":"p1"}}]}
            """;
    private static final String CONTROLLER =
            """
            {"things":[{"id":"c1","draft":{"hops":[{"position":0,"ingress":"p1","egress":"p1"}],
             "classifiers":[{},{}]}}]}
            """;

    @Test
    void serversNetworksAndChainsAreToldWithTheirEdges() throws JsonProcessingException {
        Footprint seen = Footprint.of(json(RECORDS), json(CLOUD), json(CONTROLLER));

        assertThat(seen.servers()).containsExactly("a/vm/0>a.in,lan");
        assertThat(seen.networks()).containsExactly("a.in=old", "lan");
        assertThat(seen.chains()).containsExactly("g/p:a/vm/0|2");
        assertThat(seen.strange()).isEmpty();
    }

    @Test
    void aRecordedThingThatTheCloudLacksIsStrange() throws JsonProcessingException {
        Footprint seen = Footprint.of(json(RECORDS), json("{}"), json(CONTROLLER));

        assertThat(seen.strange()).contains("vld/lan is ACTIVE, not there");
    }

    @Test
    void ofTwoLinksOnOneAdoptedNetworkTheServersOwnIsTold() throws JsonProcessingException {
        String shared = RECORDS.replace("\"vld/lan\",\"kind\"", "\"vnf/A/vl/in\",\"kind\"");

        Footprint seen =
                Footprint.of(
                        json(shared.replace("\"n1\"", "\"n2\"")),
                        json(CLOUD.replace("\"n1\"", "\"n2\"")),
                        json(CONTROLLER));

        assertThat(seen.servers()).containsExactly("a/vm/0>a.in,a.in");
    }

    @Test
    void aHopOverAForeignPortIsTold() throws JsonProcessingException {
        String foreign = CONTROLLER.replace("\"egress\":\"p1\"", "\"egress\":\"p9\"");

        Footprint seen = Footprint.of(json(RECORDS), json(CLOUD), json(foreign));

        assertThat(seen.chains()).containsExactly("g/p:a/vm/0-?p9|2");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
