/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.telamon.simkit.Refusal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chain as the controller keeps it.
 *
 * @param id given by the controller, never used twice
 * @param token tag that the client gave, may be empty
 * @param created when it was made, milliseconds since 1970
 * @param ready when it is ACTIVE
 * @param draft what it should be
 * @param fault why it is broken, empty when it is not
 */
record Chain(String id, String token, long created, long ready, Draft draft, String fault) {
    /** Running number, from the id. */
    @JsonIgnore
    long number() {
        return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }

    /** BUILDING, ACTIVE or ERROR. */
    String state(long now) {
        if (!fault.isEmpty()) {
            return "ERROR";
        }
        return now < ready ? "BUILDING" : "ACTIVE";
    }

    /** The same chain, broken. */
    Chain broken(String why) {
        return new Chain(id, token, created, ready, draft, why);
    }

    /** The same chain with another path; whole again. */
    Chain with(Draft next) {
        return new Chain(id, token, created, ready, next, "");
    }

    /**
     * What a client wants a chain to be.
     *
     * @param name name for people
     * @param hops ports to pass, in order
     * @param classifiers which traffic enters
     * @param symmetric true when the way back is the same
     */
    record Draft(String name, List<Hop> hops, List<Classifier> classifiers, boolean symmetric) {
        /** Sorts the hops by position; null means empty. */
        Draft {
            name = name == null ? "" : name;
            hops =
                    hops == null
                            ? List.of()
                            : hops.stream().sorted(Comparator.comparingInt(Hop::position)).toList();
            classifiers = classifiers == null ? List.of() : List.copyOf(classifiers);
        }

        /**
         * Checks that traffic could pass.
         *
         * @throws Refusal 400 saying why it could not
         */
        Draft checked() {
            int expected = 0;
            for (Hop hop : hops) {
                if (hop.position() > expected) {
                    throw new Refusal(400, "bad-chain", "Chain %s has no hop %d", name, expected);
                }
                if (hop.ingress() == null || hop.ingress().isEmpty()) {
                    throw new Refusal(400, "bad-chain", "A hop of chain %s has no port", name);
                }
                expected = hop.position() + 1;
            }
            if (hops.isEmpty()) {
                throw new Refusal(400, "bad-chain", "Chain %s has no hop", name);
            }
            checkRules();
            return this;
        }

        private void checkRules() {
            Set<String> names = new HashSet<>();
            for (Classifier rule : classifiers) {
                if (!names.add(rule.name())) {
                    throw new Refusal(
                            400, "bad-chain", "Chain %s has two rules %s", name, rule.name());
                }
            }
        }
    }

    /**
     * A function on the way.
     *
     * @param position order from 0; equal positions share the load
     * @param ingress port in
     * @param egress port out
     */
    record Hop(int position, String ingress, String egress) {}

    /**
     * A rule that lets traffic in.
     *
     * @param name name of the rule
     * @param source port of origin, empty for any
     * @param match fields to match
     */
    record Classifier(String name, String source, Map<String, String> match) {}
}
