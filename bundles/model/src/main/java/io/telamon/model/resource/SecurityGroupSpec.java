/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of rules that says which packets may pass the cards of servers. Incoming packets pass only
 * where a rule lets them; outgoing ones pass freely while no rule speaks of them.
 *
 * @param name name on the cloud
 * @param rules what may pass
 */
public record SecurityGroupSpec(String name, List<Rule> rules) implements ResourceSpec {
    /** Copies the list. */
    public SecurityGroupSpec {
        rules = List.copyOf(rules);
    }

    /**
     * Packets that may pass.
     *
     * @param incoming true for packets to the server, false for those from it
     * @param ipVersion 4 or 6
     * @param protocol name or number of the IP protocol in lower case; empty for any
     * @param from first port, 0 to 65535
     * @param to last port
     */
    public record Rule(boolean incoming, int ipVersion, String protocol, int from, int to) {
        private static final int LAST = 65_535;

        /** True when the rule is about all ports, or its protocol has none. */
        public boolean allPorts() {
            return from <= 1 && to == LAST;
        }

        /** In words, as things show their rules: {@code in ipv4 tcp 22}. */
        public String text() {
            String ports = from == to ? " " + from : " " + from + "-" + to;
            return (incoming ? "in ipv" : "out ipv")
                    + ipVersion
                    + (protocol.isEmpty() ? " any" : " " + protocol)
                    + (allPorts() ? "" : ports);
        }
    }

    /** All rules in words, in a stable order. */
    public static String text(Collection<Rule> rules) {
        return rules.stream().map(Rule::text).sorted().collect(Collectors.joining(", "));
    }

    /** True when outgoing packets need a rule too. */
    public boolean limitsOutgoing() {
        return rules.stream().anyMatch(rule -> !rule.incoming());
    }

    @Override
    public boolean becomes(ResourceSpec next) {
        return next instanceof SecurityGroupSpec;
    }

    @Override
    public String kind() {
        return "security-group";
    }
}
