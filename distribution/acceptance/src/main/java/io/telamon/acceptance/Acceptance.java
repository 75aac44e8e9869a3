/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the trials that a release must pass and prints one table at the end; the exit status is 1
 * when anything was not as expected.
 *
 * <pre>
 * packages [set ...] [--door rest|shell] | bad | life | crash [options] | swap | boot [number] | all
 * </pre>
 */
public final class Acceptance {
    private static final List<String> ALL =
            List.of("packages", "life", "bad", "crash", "swap", "boot");

    private final Path root;
    private final Path folder;
    private final PrintStream out;
    private final Table summary = new Table("trial", "checks", "as expected", "seconds");
    private boolean good = true;

    private Acceptance(Path root, Path folder, PrintStream out) {
        this.root = root;
        this.folder = folder;
        this.out = out;
    }

    /** Entry of the program; the system property {@code project.root} names the project's root. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("project.root", ".")).toAbsolutePath().normalize();
        Path folder = root.resolve("distribution/acceptance/target/trial/" + System.nanoTime());
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Acceptance acceptance = new Acceptance(root, folder, out);
        String what = arguments.length == 0 ? "all" : arguments[0];
        if (!what.equals("all") && !ALL.contains(what)) {
            throw new IllegalArgumentException("all or one of " + ALL + ", not " + what);
        }
        List<String> more =
                Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        for (String trial : what.equals("all") ? ALL : List.of(what)) {
            acceptance.run(trial, more);
        }
        out.println(acceptance.summary);
        System.exit(acceptance.good ? 0 : 1);
    }

    private void run(String trial, List<String> arguments) throws IOException {
        out.println("== " + trial);
        long begun = System.nanoTime();
        List<Boolean> checks =
                switch (trial) {
                    case "packages", "bad", "life" -> onOneTelamon(trial, arguments);
                    case "boot" -> List.of(boot(arguments));
                    default -> List.of(Trials.run(root, folder, trial, arguments, out));
                };
        long held = checks.stream().filter(check -> check).count();
        good &= held == checks.size();
        summary.add(
                trial,
                checks.size(),
                held == checks.size() ? "all" : held + " of " + checks.size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private List<Boolean> onOneTelamon(String trial, List<String> sets) throws IOException {
        try (Bed bed = new Bed(root, folder.resolve(trial))) {
            Rest rest = bed.begin();
            List<Boolean> checks = new ArrayList<>();
            switch (trial) {
                case "packages" ->
                        packages(bed, rest, sets).forEach(row -> checks.add(row.wrong().isEmpty()));
                case "life" ->
                        new LifeTrial(bed, rest, out)
                                .run()
                                .forEach(chapter -> checks.add(chapter.wrong().isEmpty()));
                default ->
                        new BadInputTrial(bed, rest, out)
                                .run()
                                .forEach(bad -> checks.add(bad.wrong().isEmpty()));
            }
            return checks;
        }
    }

    /** All packages through REST, or with {@code --door shell} through the shell. */
    private List<PackagesTrial.Outcome> packages(Bed bed, Rest rest, List<String> words) {
        List<String> sets = new ArrayList<>(words);
        int door = sets.indexOf("--door");
        String name = door < 0 ? "rest" : sets.get(door + 1);
        if (door >= 0) {
            sets.subList(door, door + 2).clear();
        }
        return switch (name) {
            case "rest" -> new PackagesTrial(bed, new Services(rest), out).run(rows(sets));
            case "shell" -> new ShellPackages(bed, out).run(rows(sets));
            default -> throw new IllegalArgumentException("--door rest or shell, not " + name);
        };
    }

    /** The rows of these sets, of all when none is named. */
    private static List<PackageRow> rows(List<String> sets) {
        return PackageRow.table().stream()
                .filter(row -> sets.isEmpty() || sets.contains(row.set()))
                .toList();
    }

    /** Starts and stops the distribution so many times. */
    private boolean boot(List<String> arguments) throws IOException {
        String number = arguments.isEmpty() ? "5" : arguments.get(0);
        try {
            return new ProcessBuilder(
                                    root.resolve("distribution/itests/boot-loop").toString(),
                                    number)
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
