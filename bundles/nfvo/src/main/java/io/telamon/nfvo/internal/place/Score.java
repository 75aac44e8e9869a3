/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.instance.Account;
import io.telamon.model.instance.Quota;
import io.telamon.northbound.api.PlacementRules;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Orders the accounts that fit, best first, and says why. Equal accounts go by what is taken there
 * already, then by name, so that the same input gives the same order. Pure.
 */
final class Score {
    private final Room room;
    private final PlacementRules.Aim aim;

    Score(Room room, PlacementRules.Aim aim) {
        this.room = room;
        this.aim = aim;
    }

    /** Best first. */
    Comparator<Account> order() {
        Comparator<Account> emptier = Comparator.comparingLong(this::taken);
        Comparator<Account> best =
                switch (aim) {
                    case SPREAD -> Comparator.comparingLong(this::free).reversed();
                    case PACK ->
                            Comparator.comparingLong(this::free).thenComparing(emptier.reversed());
                    case LATENCY ->
                            Comparator.comparingDouble(
                                    account ->
                                            latency(account)
                                                    .map(Latency::millis)
                                                    .orElse(Double.MAX_VALUE));
                    case COST ->
                            Comparator.comparingDouble(
                                    account -> known(account, PlacementRules.COST));
                };
        return best.thenComparing(emptier).thenComparing(Account::name);
    }

    /** What made it the best, for people. */
    String praise(Account account) {
        return switch (aim) {
            case SPREAD -> "has most room (" + amount(account) + ")";
            case PACK -> "is the fullest that fits (" + amount(account) + ")";
            case LATENCY -> "is nearest (" + distance(account) + ")";
            case COST -> "is cheapest (" + words(account, PlacementRules.COST, " per vCPU") + ")";
        };
    }

    /** What it is worth beside the best, for people. */
    String worth(Account account) {
        return switch (aim) {
            case SPREAD, PACK -> amount(account);
            case LATENCY -> distance(account);
            case COST -> words(account, PlacementRules.COST, " per vCPU");
        };
    }

    private Optional<Latency> latency(Account account) {
        return Latency.of(account, room.inventories().get(account.lane()));
    }

    private String distance(Account account) {
        return latency(account).map(Latency::words).orElse(Latency.UNKNOWN);
    }

    /** A label's number; empty when it is not there or no number. */
    static OptionalDouble number(Account account, String label) {
        try {
            double number = Double.parseDouble(account.labels().getOrDefault(label, ""));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    /** A number without a useless fraction. */
    static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static double known(Account account, String label) {
        return number(account, label).orElse(Double.MAX_VALUE);
    }

    private static String words(Account account, String label, String unit) {
        OptionalDouble number = number(account, label);
        return number.isPresent()
                ? text(number.getAsDouble()) + unit
                : "label " + label + " is not set";
    }

    private String amount(Account account) {
        long free = room.free(account.lane()).vcpus();
        return free == Quota.UNLIMITED ? "no limit on vCPUs" : free + " vCPUs free";
    }

    private long free(Account account) {
        long free = room.free(account.lane()).vcpus();
        return free == Quota.UNLIMITED ? Long.MAX_VALUE : free;
    }

    private long taken(Account account) {
        return room.taken(account.lane()).vcpus();
    }
}
