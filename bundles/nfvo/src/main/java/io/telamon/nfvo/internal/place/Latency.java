/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.northbound.api.PlacementRules;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far away an account is, and who says so: its label if it has one, for only a person knows
 * where the users are; else what was measured from here when the inventory was read. Pure.
 *
 * @param millis the figure
 * @param source where it is from, for people
 */
record Latency(double millis, String source) {
    /** Says that neither is there. */
    static final String UNKNOWN =
            "latency not known, neither by the label "
                    + PlacementRules.LATENCY
                    + " nor by measurement";

    /** The latency of an account; empty when nobody says it. */
    static Optional<Latency> of(Account account, Inventory seen) {
        OptionalDouble told = Score.number(account, PlacementRules.LATENCY);
        if (told.isPresent()) {
            return Optional.of(new Latency(told.getAsDouble(), "by its label"));
        }
        OptionalDouble measured = seen == null ? OptionalDouble.empty() : seen.latency();
        return measured.isPresent()
                ? Optional.of(new Latency(measured.getAsDouble(), "measured from here"))
                : Optional.empty();
    }

    /** For people. */
    String words() {
        return Score.text(millis) + " ms " + source;
    }
}
