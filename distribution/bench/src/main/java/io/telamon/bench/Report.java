/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import io.telamon.acceptance.Table;
import java.io.PrintStream;

/** Collects what was measured; tells each row at once and all of them as a table at the end. */
final class Report {
    private final PrintStream out;
    private final Table table = new Table("what", "target", "measured", "load", "remarks");

    Report(PrintStream out) {
        this.out = out;
    }

    /** Adds a row. */
    void add(String what, String target, String measured, String remarks) {
        String load = Gauge.load();
        out.println(
                what
                        + ": "
                        + measured
                        + " (target "
                        + target
                        + "; "
                        + remarks
                        + "; load "
                        + load
                        + ")");
        table.add(what, target, measured, load, remarks);
    }

    /** Tells what is going on. */
    void say(String text) {
        out.println(text);
    }

    /** What the processes used, for the remarks. */
    static String used(Gauge.Reading reading) {
        return "%s ms CPU and %s commits per task"
                .formatted(
                        Spread.text(reading.cpuPerTask()), Spread.text(reading.commitsPerTask()));
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
