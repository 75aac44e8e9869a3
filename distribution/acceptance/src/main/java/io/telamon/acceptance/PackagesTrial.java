/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes every package of the committed table through the whole way over REST: on-board, findings,
 * instantiate on the simulated cloud, compare what stands there with what the table says, look for
 * the chain in the controller, terminate, nothing left. The catalog is empty before each set.
 */
public final class PackagesTrial {
    private static final Duration CALM = Duration.ofSeconds(10);

    private final Bed bed;
    private final Services services;
    private final Packed packed;
    private final PrintStream out;
    private final Table table =
            new Table(
                    "package",
                    "on-boarding",
                    "findings",
                    "then",
                    "servers",
                    "networks",
                    "chains",
                    "left",
                    "waived, and why",
                    "as expected");

    /** A trial on a bed whose Telamon runs and knows the cloud and the controller. */
    public PackagesTrial(Bed bed, Services services, PrintStream out) {
        this.bed = bed;
        this.services = services;
        this.packed =
                new Packed(
                        Packed.fields(bed.root()), bed.samples(), bed.folder().resolve("packed"));
        this.out = out;
    }

    /** What came of one row; {@code wrong} is empty when it is as the table says. */
    public record Outcome(PackageRow row, List<String> wrong) {}

    /** Does all rows and prints the table. */
    public List<Outcome> run(List<PackageRow> rows) {
        List<Outcome> outcomes = bySet(rows, this::clear, this::row);
        out.println(table);
        return outcomes;
    }

    /** Plays rows with an empty catalog before each set of them and after the last. */
    static List<Outcome> bySet(
            List<PackageRow> rows, Runnable clear, Function<PackageRow, Outcome> play) {
        List<Outcome> outcomes = new ArrayList<>();
        String set = "";
        for (PackageRow row : rows) {
            if (!row.set().equals(set)) {
                clear.run();
                set = row.set();
            }
            outcomes.add(play.apply(row));
        }
        clear.run();
        return outcomes;
    }

    private Outcome row(PackageRow row) {
        List<String> wrong = new ArrayList<>();
        Reply taken = services.tryOnboard(packed.file(row.source()));
        same(wrong, "on-boarding", row.verdict(), verdict(row.verdict(), taken));
        same(wrong, "findings", words(row.findings()), taken.findings());
        Footprint seen = new Footprint(Set.of(), Set.of(), Set.of(), Set.of());
        int left = 0;
        if (!taken.refused() && !row.then().equals("-")) {
            String instance =
                    services.create(
                            "trial-" + row.set(), taken.body().at("/packages/0/id").asText());
            Reply accepted = services.tryInstantiate(instance, Bed.WORLD);
            if (accepted.refused()) {
                same(wrong, "instantiate", row.then(), verdict(row.then(), accepted));
            } else if (completed(wrong, accepted.created())) {
                seen = footprint(instance);
                compare(wrong, row, seen);
                left = takeDown(wrong, instance);
            }
            services.delete(instance);
        }
        print(row, taken, seen, left, wrong);
        return new Outcome(row, wrong);
    }

    /** Waits for the end; what went wrong is noted and taken back. */
    private boolean completed(List<String> wrong, String operation) {
        String state = services.awaitRest(operation);
        if (state.equals("COMPLETED")) {
            return true;
        }
        wrong.add("operation " + state + ": " + services.problem(operation));
        services.decide(operation, "rollback");
        services.awaitRest(operation);
        return false;
    }

    private Footprint footprint(String instance) {
        JsonNode resources = services.resources(instance);
        return Footprint.of(
                resources,
                bed.control().dump(Bed.WORLD),
                bed.controller().control().dump(Bed.WORLD));
    }

    static void compare(List<String> wrong, PackageRow row, Footprint seen) {
        same(wrong, "then", row.then(), "running");
        same(wrong, "servers", words(row.servers()), seen.servers());
        same(wrong, "networks", words(row.networks()), seen.networks());
        same(wrong, "chains", words(row.chains()), seen.chains());
        same(wrong, "strange", Set.of(), seen.strange());
    }

    private int takeDown(List<String> wrong, String instance) {
        same(wrong, "end", "COMPLETED", services.awaitRest(services.terminate(instance)));
        try {
            Await.untilTrue("the clouds to be empty", CALM, () -> bed.left().isEmpty());
        } catch (IllegalStateException late) {
            wrong.add("left: " + bed.left());
        }
        return bed.left().size();
    }

    private void clear() {
        bed.clearCatalog(services);
    }

    /** The verdict in the table's words: as much of the answer as the table wants to know. */
    private static String verdict(String expected, Reply reply) {
        if (!reply.refused()) {
            return Integer.toString(reply.status());
        }
        String[] parts = expected.split(" ", 3);
        String words = parts.length > 2 ? parts[2] : "";
        boolean said = Arrays.stream(words.split(" ")).allMatch(reply.detail()::contains);
        return reply.status()
                + " "
                + reply.code()
                + (words.isEmpty() ? "" : " " + (said ? words : reply.detail()));
    }

    static void same(List<String> wrong, String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            wrong.add(what + ": expected " + expected + ", was " + seen);
        }
    }

    static Set<String> words(String cell) {
        return Arrays.stream(cell.split(" "))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void print(PackageRow row, Reply taken, Footprint seen, int left, List<String> wrong) {
        boolean ran = !seen.servers().isEmpty();
        table.add(
                row.source(),
                row.verdict(),
                String.join(" ", taken.findings()),
                row.then(),
                ran ? seen.servers().size() : "",
                ran ? seen.networks().size() : "",
                ran ? String.join(" ", seen.chains()) : "",
                ran ? left : "",
                row.waived(),
                wrong.isEmpty() ? "yes" : "NO: " + String.join("; ", wrong));
        if (!wrong.isEmpty()) {
            out.println(row.source() + " is not as expected: " + wrong);
        }
    }
}
