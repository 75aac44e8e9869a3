/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/**
 * A command that answers with rows: as a table, JSON, YAML, CSV or names, all from the same
 * columns.
 */
public abstract class TabularCommand<T> extends TelamonCommand {
    @Option(name = "--output", aliases = "-o", description = "table, wide, json, yaml, csv or name")
    @Completion(
            value = StringsCompleter.class,
            values = {"table", "wide", "json", "yaml", "csv", "name"})
    String output = "table";

    @Option(name = "--columns", description = "Only these columns, e.g. name,state")
    String columns = "";

    @Option(name = "--sort", description = "Sort by this column; -column downwards")
    String sort = "";

    @Option(name = "--filter", description = "Only rows that fit, e.g. state=FAILED,name~web")
    String filter = "";

    @Option(name = "--no-headers", description = "Leave the header line out")
    boolean noHeaders;

    /** The rows. */
    protected abstract List<T> rows();

    /** What a row consists of. */
    protected abstract List<Column<T>> columns();

    @Override
    protected void run() throws Exception {
        checkOutput();
        print(rows());
    }

    /** True when a table shows one thing with all its fields below one another. */
    protected boolean showsOne() {
        return false;
    }

    /** Writes rows in the format asked for. */
    protected final void print(List<T> rows) {
        printAs(rows, columns());
    }

    /** Writes rows of another kind, for commands that answer in two ways. */
    protected final <R> void printAs(List<R> rows, List<Column<R>> described) {
        Table table = Table.of(rows, described).where(filter).sortedBy(sort).only(columns);
        out().print(format(table));
        flush();
        if (table.rows().isEmpty() && output.equals("table")) {
            say("Nothing to show.");
        }
    }

    /** Leaves headers out from now on, for commands that print again and again. */
    protected final void noHeaders() {
        noHeaders = true;
    }

    /** Refuses an unknown format before anything is done. */
    protected final void checkOutput() {
        if (!List.of("table", "wide", "json", "yaml", "csv", "name").contains(output)) {
            throw new CommandFailure(
                    Exit.USAGE, "--output is table, wide, json, yaml, csv or name, not " + output);
        }
    }

    @Override
    protected final boolean machineReads() {
        return output.equals("json");
    }

    @Override
    protected final boolean speaksOnOutput() {
        return output.equals("table") || output.equals("wide");
    }

    private String format(Table table) {
        Object plain = showsOne() && table.rows().size() == 1 ? table.rows().get(0) : table.rows();
        return switch (output.toLowerCase(Locale.ROOT)) {
            case "json" -> Json.pretty(plain) + "\n";
            case "yaml" -> Yaml.of(plain);
            case "csv" -> table.csv(!noHeaders);
            case "name" -> table.names();
            case "wide" -> table.text(true, !noHeaders);
            default -> showsOne() ? table.details() : tableUnlessEmpty(table);
        };
    }

    private String tableUnlessEmpty(Table table) {
        return table.rows().isEmpty() ? "" : table.text(!columns.isBlank(), !noHeaders);
    }
}
