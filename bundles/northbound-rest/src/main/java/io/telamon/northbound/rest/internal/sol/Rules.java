/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.northbound.api.PlacementRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code placementRules}: {@code aim} (spread, pack, latency, cost), {@code labels} (object)
 * and {@code maxLatencyMs}. What is not known is refused by name.
 */
final class Rules {
    private static final Set<String> KNOWN = Set.of("aim", "labels", "maxLatencyMs");

    private Rules() {}

    static PlacementRules of(Object given) {
        if (given == null) {
            return PlacementRules.any();
        }
        if (!(given instanceof Map<?, ?> rules)) {
            throw Changes.refused(
                    "placementRules is an object with " + KNOWN.stream().sorted().toList());
        }
        for (Object name : rules.keySet()) {
            if (!KNOWN.contains(String.valueOf(name))) {
                throw Changes.refused(
                        "placementRules."
                                + name
                                + " is not known, only "
                                + KNOWN.stream().sorted().toList());
            }
        }
        return new PlacementRules(
                aim(rules.get("aim")),
                labels(rules.get("labels")),
                latency(rules.get("maxLatencyMs")));
    }

    private static PlacementRules.Aim aim(Object word) {
        if (word == null) {
            return PlacementRules.Aim.SPREAD;
        }
        String wanted = word.toString().toUpperCase(Locale.ROOT);
        return Arrays.stream(PlacementRules.Aim.values())
                .filter(aim -> aim.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                Changes.refused(
                                        "placementRules.aim is spread, pack, latency or cost, not "
                                                + word));
    }

    private static Map<String, String> labels(Object given) {
        Map<String, String> labels = new HashMap<>();
        if (given instanceof Map<?, ?> pairs) {
            pairs.forEach((name, value) -> labels.put(name.toString(), String.valueOf(value)));
        } else if (given != null) {
            throw Changes.refused("placementRules.labels is an object: label to value");
        }
        return labels;
    }

    private static int latency(Object given) {
        if (given == null) {
            return 0;
        }
        try {
            int millis = Integer.parseInt(given.toString());
            if (millis > 0) {
                return millis;
            }
        } catch (NumberFormatException garbled) {
            // refused below, as a number that makes no sense is
        }
        throw Changes.refused(
                "placementRules.maxLatencyMs is a whole number above 0, not " + given);
    }
}
