/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes every package of the committed table the whole way through the Karaf shell over SSH, as an
 * operator's script does: {@code catalog:onboard}, {@code catalog:report}, {@code ns:instantiate
 * --wait}, {@code ns:resources}, {@code ns:terminate --wait}, {@code ns:remove}, {@code
 * catalog:remove}. What stands in the clouds is read from the clouds themselves.
 */
public final class ShellPackages {
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FINDING = Pattern.compile("(?m): (?:ERROR|WARNING|INFO) (\\w+)");
    private static final Pattern ID = Pattern.compile("(?m)^([0-9a-f]{8}-[0-9a-f-]{27})\\b");

    /** Exit status of the shell for what REST answers with this status. */
    private static final Map<String, Integer> EXIT =
            Map.of("201", 0, "400", 2, "403", 5, "404", 3, "409", 4);

    private final Bed bed;
    private final Shell shell;
    private final Packed packed;
    private final PrintStream out;
    private final Table table =
            new Table(
                    "package",
                    "on-boarding",
                    "exit",
                    "findings",
                    "then",
                    "servers",
                    "networks",
                    "chains",
                    "as expected");

    /** A trial on a bed whose Telamon runs and knows the cloud and the controller. */
    public ShellPackages(Bed bed, PrintStream out) {
        this.bed = bed;
        this.shell = new Shell(bed.root(), bed.telamon());
        this.packed =
                new Packed(
                        Packed.fields(bed.root()), bed.samples(), bed.folder().resolve("packed"));
        this.out = out;
    }

    /** Does all rows and prints the table. */
    public List<PackagesTrial.Outcome> run(List<PackageRow> rows) {
        List<PackagesTrial.Outcome> outcomes = PackagesTrial.bySet(rows, this::clear, this::row);
        out.println(table);
        return outcomes;
    }

    private PackagesTrial.Outcome row(PackageRow row) {
        List<String> wrong = new ArrayList<>();
        Shell.Said taken =
                shell.attempt(
                        "catalog:onboard \"%s\" --columns id --no-headers"
                                .formatted(packed.file(row.source())));
        judge(wrong, "on-boarding", row.verdict(), taken);
        PackagesTrial.same(
                wrong, "findings", PackagesTrial.words(row.findings()), found(taken.text()));
        Footprint seen = new Footprint(Set.of(), Set.of(), Set.of(), Set.of());
        Matcher id = ID.matcher(taken.text());
        if (taken.status() == 0 && id.find()) {
            PackagesTrial.same(
                    wrong, "report", PackagesTrial.words(row.findings()), reported(id.group(1)));
            if (!row.then().equals("-")) {
                seen = live(row, wrong, id.group(1));
            }
        }
        table.add(
                row.source(),
                row.verdict(),
                taken.status(),
                String.join(" ", found(taken.text())),
                row.then(),
                seen.servers().size(),
                seen.networks().size(),
                String.join(" ", seen.chains()),
                wrong.isEmpty() ? "yes" : "NO");
        if (!wrong.isEmpty()) {
            out.println(row.source() + " is not as expected: " + wrong);
        }
        return new PackagesTrial.Outcome(row, wrong);
    }

    /** Brings a service to life, looks at it, and takes it down. */
    private Footprint live(PackageRow row, List<String> wrong, String nsd) {
        String name = "trial-" + row.set();
        Footprint seen = new Footprint(Set.of(), Set.of(), Set.of(), Set.of());
        Shell.Said begun =
                shell.attempt(
                        "ns:instantiate %s --nsd %s --vim %s --wait --timeout 120"
                                .formatted(name, nsd, Bed.WORLD));
        if (row.runs()) {
            PackagesTrial.same(wrong, "instantiate", 0, begun.status());
            seen =
                    Footprint.of(
                            json("ns:resources " + name + " --output json"),
                            bed.control().dump(Bed.WORLD),
                            bed.controller().control().dump(Bed.WORLD));
            PackagesTrial.compare(wrong, row, seen);
            Shell.Said ended = shell.attempt("ns:terminate " + name + " --yes --wait");
            PackagesTrial.same(wrong, "terminate", 0, ended.status());
            empty(wrong);
        } else {
            judge(wrong, "instantiate", row.then(), begun);
        }
        shell.attempt("ns:remove " + name + " --yes");
        PackagesTrial.same(wrong, "services", 0, json("ns:list --output json").size());
        return seen;
    }

    private void empty(List<String> wrong) {
        try {
            Await.untilTrue("the clouds to be empty", CALM, () -> bed.left().isEmpty());
        } catch (IllegalStateException late) {
            wrong.add("left: " + bed.left());
        }
    }

    /** Compares exit status, code and words with the table's verdict, which speaks HTTP. */
    private static void judge(List<String> wrong, String what, String expected, Shell.Said said) {
        String[] parts = expected.split(" ", 3);
        PackagesTrial.same(wrong, what + ", exit", EXIT.getOrDefault(parts[0], 1), said.status());
        if (parts.length > 1 && !said.text().contains("Error " + parts[1] + ": ")) {
            wrong.add(what + ": expected " + parts[1] + ", was " + said.text());
        }
        String words = parts.length > 2 ? parts[2] : "";
        if (!Arrays.stream(words.split(" ")).allMatch(said.text()::contains)) {
            wrong.add(what + ": expected the words " + words + " in " + said.text());
        }
    }

    private static Set<String> found(String text) {
        Set<String> codes = new TreeSet<>();
        Matcher finding = FINDING.matcher(text);
        while (finding.find()) {
            codes.add(finding.group(1));
        }
        return codes;
    }

    private Set<String> reported(String id) {
        Set<String> codes = new TreeSet<>();
        json("catalog:report " + id + " --output json")
                .forEach(finding -> codes.add(finding.path("code").asText()));
        return codes;
    }

    /** Empties the catalog; what others name goes last. */
    private void clear() {
        Await.untilTrue(
                "the catalog to be empty",
                CALM.multipliedBy(6),
                () -> {
                    JsonNode all = json("catalog:list --output json --sort kind");
                    for (JsonNode one : all) {
                        shell.attempt("catalog:remove " + one.path("id").asText() + " --yes");
                    }
                    return all.isEmpty();
                });
    }

    private JsonNode json(String command) {
        try {
            return JSON.readTree(shell.run(command));
        } catch (IOException garbled) {
            throw new UncheckedIOException(command, garbled);
        }
    }
}
