/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs trials and prints their tables; the exit status is 1 when a promise did not hold.
 *
 * <pre>
 * crash [--named ROUNDS] [--random MOMENTS] [--seed SEED] [--keep FOLDER]
 * swap
 * packages [--fields FOLDER]
 * </pre>
 */
public final class Trials {
    private Trials() {}

    /** Entry of the program; the system property {@code project.root} names the project's root. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        Path root = Path.of(System.getProperty("project.root", ".")).toAbsolutePath().normalize();
        Path folder =
                Path.of(
                        options.getOrDefault(
                                "keep", root + "/distribution/acceptance/target/trial"));
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean good;
        try (Bed bed = new Bed(root, folder.resolve(arguments[0] + "-" + System.nanoTime()))) {
            good =
                    switch (arguments[0]) {
                        case "crash" -> crash(bed, options, out);
                        case "swap" -> new SwapTrial(bed, out).run();
                        default ->
                                throw new IllegalArgumentException(
                                        "crash or swap, not " + arguments[0]);
                    };
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean crash(Bed bed, Map<String, String> options, PrintStream out)
            throws IOException {
        long seed =
                Long.parseLong(
                        options.getOrDefault("seed", Long.toString(System.nanoTime() % 100_000)));
        int named = Integer.parseInt(options.getOrDefault("named", "1"));
        int moments = Integer.parseInt(options.getOrDefault("random", "0"));
        out.println("seed " + seed);
        Random random = new Random(seed);
        CrashTrial trial = new CrashTrial(bed, seed, out);
        trial.prepare();
        List<CrashMoment> all = new ArrayList<>();
        for (int round = 0; round < named; round++) {
            all.addAll(CrashMoment.named());
        }
        for (int number = 1; number <= moments; number++) {
            all.add(CrashMoment.random(number, random));
        }
        Table table =
                new Table(
                        "moment",
                        "hit",
                        "in flight",
                        "operations",
                        "ended",
                        "twice",
                        "strays",
                        "leftovers");
        boolean good = true;
        for (CrashMoment moment : all) {
            CrashTrial.Row row = trial.run(moment);
            good &= row.good();
            table.add(
                    row.moment(),
                    row.hit(),
                    row.inFlight(),
                    row.operations(),
                    row.ended(),
                    row.doubled(),
                    row.strays(),
                    row.leftovers());
        }
        out.println(table);
        return good;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }
}
