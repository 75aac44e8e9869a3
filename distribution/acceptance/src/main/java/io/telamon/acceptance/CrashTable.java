/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

/** The table of a crash trial, with its verdict. */
final class CrashTable {
    private final Table table =
            new Table(
                    "moment",
                    "hit",
                    "in flight",
                    "operations",
                    "unanswered",
                    "ended",
                    "twice",
                    "strays",
                    "leftovers",
                    "counted");
    private boolean good = true;
    private int seeded;

    void add(CrashTrial.Row row) {
        good &= row.good();
        boolean random = row.moment().startsWith("random");
        seeded += random && row.enough() ? 1 : 0;
        table.add(
                row.moment(),
                row.hit(),
                row.inFlight(),
                row.operations(),
                row.unanswered(),
                row.ended(),
                row.doubled(),
                row.strays(),
                row.leftovers(),
                random && !row.enough() ? "no, too little in flight" : "yes");
    }

    /** True when the promise held at each moment, counted or not. */
    boolean isGood() {
        return good;
    }

    /** Seeded moments with enough in flight. */
    int seeded() {
        return seeded;
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
