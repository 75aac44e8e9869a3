/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.SecurityRule;
import java.util.Locale;
import java.util.Optional;

/** Reads security group rules, which SOL001 and SOL006 write alike but for the dashes. */
public final class SecurityRules {
    private static final int LAST_PORT = 65_535;

    private SecurityRules() {}

    /**
     * Reads one rule.
     *
     * @param node the rule
     * @param dash what the language writes between two words
     */
    public static SecurityRule read(String id, MapNode node, String dash) {
        node.known("description");
        int from = node.count("port" + dash + "range" + dash + "min").orElse(0);
        int to = node.count("port" + dash + "range" + dash + "max").orElse(LAST_PORT);
        return new SecurityRule(
                id,
                node.choice("direction", SecurityRules::incoming).orElse(true),
                node.choice("ether" + dash + "type", Words::ipVersion).orElse(IpVersion.IPV4),
                node.textOr("protocol", "tcp").toLowerCase(Locale.ROOT),
                Values.ports(node, from, to).orElse(new PortRange(0, LAST_PORT)));
    }

    private static Optional<Boolean> incoming(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ingress" -> Optional.of(true);
            case "egress" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
