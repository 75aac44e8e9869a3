/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Nets;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.TrafficMatch;
import io.telamon.model.descriptor.TrafficSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one criterion of an ACL policy, bare (first version) or named (second version). */
final class TackerClassifier {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Set<String> TYPED =
            Set.of(
                    "network_src_port_id",
                    "ip_proto",
                    "ip_src_prefix",
                    "ip_dst_prefix",
                    "source_port_range",
                    "destination_port_range");

    private TackerClassifier() {}

    static TrafficClassifier read(MapNode criterion, int index) {
        MapNode match = criterion.map("classifier").orElse(criterion);
        String name = criterion.text("name").orElse("classifier-" + (index + 1));
        var source =
                match.text("network_src_port_id")
                        .map(TrafficSource::vimPort)
                        .orElseGet(TrafficSource::anywhere);
        var others = new LinkedHashMap<String, String>();
        match.entries()
                .forEach(
                        (key, value) -> {
                            boolean free = !TYPED.contains(key) && !key.equals("name");
                            if (free && value instanceof ScalarNode scalar) {
                                scalar.read();
                                scalar.text().ifPresent(text -> others.put(key, text));
                            }
                        });
        var conditions =
                new TrafficMatch(
                        match.count("ip_proto").filter(p -> p > 0),
                        Nets.prefix(match, "ip_src_prefix"),
                        Nets.prefix(match, "ip_dst_prefix"),
                        ports(match, "source_port_range"),
                        ports(match, "destination_port_range"),
                        others);
        return new TrafficClassifier(name, source, List.of(conditions));
    }

    private static Optional<PortRange> ports(MapNode match, String key) {
        var text = match.text(key);
        var range = RANGE.matcher(text.orElse("").strip());
        if (text.isPresent() && !range.matches()) {
            match.get(key)
                    .ifPresent(n -> n.error("FIELD_TYPE", "This is no range of ports", "80-1024"));
            return Optional.empty();
        }
        return text.flatMap(
                t -> {
                    int from = Integer.parseInt(range.group(1));
                    int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
                    return Values.ports(match, from, to);
                });
    }
}
