/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.SecurityGroupSpec.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules as neutron has them: two let everything out unless the spec limits that too. */
final class SecurityRules {
    private static final int LAST_PORT = 65_535;
    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "sctp", "dccp", "udplite");
    private static final List<Rule> FREE =
            List.of(new Rule(false, 4, "", 0, LAST_PORT), new Rule(false, 6, "", 0, LAST_PORT));

    private SecurityRules() {}

    /** All rules that a group must have. */
    static Set<Rule> wanted(SecurityGroupSpec spec) {
        Set<Rule> all = new LinkedHashSet<>();
        spec.rules().forEach(rule -> all.add(normal(rule)));
        if (!spec.limitsOutgoing()) {
            all.addAll(FREE);
        }
        return all;
    }

    private static Rule normal(Rule rule) {
        String protocol = rule.protocol().replace('_', '-');
        boolean all = rule.allPorts() || !WITH_PORTS.contains(protocol);
        return new Rule(
                rule.incoming(),
                rule.ipVersion(),
                protocol.equals("any") ? "" : protocol,
                all ? 0 : Math.max(1, rule.from()),
                all ? LAST_PORT : rule.to());
    }

    /** What neutron shows. */
    static Rule read(JsonNode rule) {
        return new Rule(
                "ingress".equals(rule.path("direction").asText()),
                "IPv6".equals(rule.path("ethertype").asText()) ? 6 : 4,
                rule.path("protocol").asText("").replace("null", ""),
                rule.path("port_range_min").asInt(0),
                rule.path("port_range_max").asInt(LAST_PORT));
    }

    /** True when it speaks of certain partners, which rules of ours never do. */
    static boolean isForeign(JsonNode rule) {
        return rule.hasNonNull("remote_ip_prefix") || rule.hasNonNull("remote_group_id");
    }

    /** Neutron's form. */
    static ObjectNode write(Rule rule, String group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("security_group_id", group);
        json.put("direction", rule.incoming() ? "ingress" : "egress");
        json.put("ethertype", "IPv" + rule.ipVersion());
        if (!rule.protocol().isEmpty()) {
            json.put("protocol", rule.protocol());
        }
        if (!rule.allPorts()) {
            json.put("port_range_min", rule.from()).put("port_range_max", rule.to());
        }
        return json;
    }

    /** In words, without those that let everything out. */
    static String text(JsonNode rules) {
        Set<Rule> seen = new LinkedHashSet<>();
        rules.forEach(rule -> seen.add(read(rule)));
        FREE.forEach(seen::remove);
        return SecurityGroupSpec.text(seen);
    }
}
