/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.SecurityGroupSpec.Rule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules become neutron's and are read back as the same. */
class SecurityRulesTest {
    private static final int LAST = 65_535;

    private static SecurityGroupSpec group(Rule... rules) {
        return new SecurityGroupSpec("web", List.of(rules));
    }

    @Test
    void outgoingPacketsAreFreeUntilARuleSpeaksOfThem() {
        Rule web = new Rule(true, 4, "tcp", 80, 80);
        Rule names = new Rule(false, 4, "udp", 53, 53);

        assertThat(SecurityRules.wanted(group(web))).hasSize(3).contains(web);
        assertThat(SecurityRules.wanted(group(web, names))).containsExactly(web, names);
    }

    @Test
    void portsOfAProtocolWithoutPortsAndFullRangesAreLeftOut() {
        Rule ping = new Rule(true, 6, "ipv6_icmp", 0, 100);
        Rule all = new Rule(true, 4, "tcp", 0, LAST);
        Rule low = new Rule(true, 4, "tcp", 0, 1023);

        assertThat(SecurityRules.wanted(group(ping, all, low)))
                .contains(
                        new Rule(true, 6, "ipv6-icmp", 0, LAST),
                        new Rule(true, 4, "tcp", 0, LAST),
                        new Rule(true, 4, "tcp", 1, 1023));
        assertThat(SecurityRules.write(all, "g").toString())
                .isEqualTo(
                        "{\"security_group_id\":\"g\",\"direction\":\"ingress\",\"ethertype\":\"IPv4\","
                                + "\"protocol\":\"tcp\"}");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (Rule rule : SecurityRules.wanted(group(new Rule(true, 4, "tcp", 80, 81)))) {
            assertThat(SecurityRules.read(SecurityRules.write(rule, "g"))).isEqualTo(rule);
        }
    }

    @Test
    void aRuleForCertainPartnersIsNoneOfOurs() throws IOException {
        JsonNode rules =
                new ObjectMapper()
                        .readTree(
                                "[{\"direction\":\"egress\",\"ethertype\":\"IPv4\",\"protocol\":null,"
                                        + "\"port_range_min\":null,\"remote_group_id\":null},"
                                        + "{\"direction\":\"ingress\",\"ethertype\":\"IPv4\",\"protocol\":\"tcp\","
                                        + "\"port_range_min\":22,\"port_range_max\":22,"
                                        + "\"remote_ip_prefix\":\"10.0.0.0/8\"}]");

        assertThat(SecurityRules.isForeign(rules.get(0))).isFalse();
        assertThat(SecurityRules.isForeign(rules.get(1))).isTrue();
        assertThat(SecurityRules.text((ArrayNode) rules)).isEqualTo("in ipv4 tcp 22");
    }
}
