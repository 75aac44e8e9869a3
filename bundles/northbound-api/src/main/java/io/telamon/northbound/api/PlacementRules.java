/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Telamon chooses accounts for the members that nobody placed: what an account must have, and
 * which of those that fit is best. Accounts say what they are by labels.
 *
 * @param aim which of the accounts that fit is best
 * @param labels labels with their values that an account must have
 * @param maxLatencyMs longest latency in milliseconds, as the account's label {@value #LATENCY}
 *     says it or else as it was measured when its inventory was read; 0 for any
 */
public record PlacementRules(Aim aim, Map<String, String> labels, int maxLatencyMs) {
    /** Label of an account: latency to its users in milliseconds. */
    public static final String LATENCY = "latency-ms";

    /** Label of an account: price of one vCPU, in a unit that all accounts share. */
    public static final String COST = "cost";

    /** Which account is best. */
    public enum Aim {
        /** The one with most room. */
        SPREAD,
        /** The fullest one that still has room. */
        PACK,
        /** The nearest one, by the label {@value PlacementRules#LATENCY} or as measured. */
        LATENCY,
        /** The cheapest one, by the label {@value PlacementRules#COST}. */
        COST
    }

    /** Copies the map in a stable order. */
    public PlacementRules {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** Any account that fits; most room first. */
    public static PlacementRules any() {
        return new PlacementRules(Aim.SPREAD, Map.of(), 0);
    }
}
