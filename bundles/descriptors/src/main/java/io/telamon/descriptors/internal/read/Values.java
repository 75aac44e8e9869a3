/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.ListNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.PortRange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds model values that refuse nonsense, and reports the nonsense where it stands. */
public final class Values {
    private static final int MOST_INSTANCES = 10_000;

    private Values() {}

    /** Returns a range; an impossible one is reported and replaced by the initial number. */
    public static InstanceRange range(DocNode at, int min, int initial, int max) {
        boolean tooMany = max > MOST_INSTANCES;
        if (min < 0 || initial < min || max < initial || tooMany) {
            at.error(
                    "RANGE_IMPOSSIBLE",
                    "No number of instances fits: at least %d, at first %d, at most %d"
                            .formatted(min, initial, max),
                    tooMany
                            ? "At most %d instances are accepted".formatted(MOST_INSTANCES)
                            : "Choose 0 <= least <= first <= most");
            return InstanceRange.exactly(Math.min(MOST_INSTANCES, Math.max(0, initial)));
        }
        return new InstanceRange(min, initial, max);
    }

    /** Returns identity; a missing id has been reported by whoever read it. */
    public static DescriptorInfo info(String id, String name, String provider, String version) {
        return new DescriptorInfo(id.isBlank() ? "unnamed" : id, name, provider, version, "", "");
    }

    /** Adds the description and the invariant id. */
    public static DescriptorInfo described(
            DescriptorInfo info, String description, String invariantId) {
        return new DescriptorInfo(
                info.id(), info.name(), info.provider(), info.version(), description, invariantId);
    }

    /** Returns ports from two texts; ports that do not exist are reported. */
    public static Optional<PortRange> ports(DocNode at, int from, int to) {
        if (from < 0 || to > 65535 || from > to) {
            var text = "%d-%d is no range of ports".formatted(from, to);
            at.error("VALUE_RANGE", text, "Use ports from 0 to 65535");
            return Optional.empty();
        }
        return Optional.of(new PortRange(from, to));
    }

    /** Writes all scalars below a map as one flat map with dotted keys. */
    public static Map<String, String> flat(MapNode map) {
        var result = new TreeMap<String, String>();
        flat("", map, result);
        return result;
    }

    private static void flat(String prefix, DocNode node, Map<String, String> into) {
        node.read();
        if (node instanceof MapNode map) {
            String start = prefix.isEmpty() ? "" : prefix + ".";
            map.entries().forEach((key, value) -> flat(start + key, value, into));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                flat(prefix + "[" + i + "]", list.items().get(i), into);
            }
        } else if (node instanceof ScalarNode scalar) {
            scalar.text().ifPresent(text -> into.put(prefix, text));
        }
    }
}
