/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs the trials that need a Telamon of their own and prints their tables.
 *
 * <pre>
 * crash [--named ROUNDS] [--points POINT,POINT] [--random MOMENTS] [--seed SEED]
 * swap
 * </pre>
 */
public final class Trials {
    private Trials() {}

    /**
     * Runs one trial; true when the promise held.
     *
     * @param folder where it keeps its home and its world
     * @param arguments options as above
     */
    public static boolean run(
            Path root, Path folder, String trial, List<String> arguments, PrintStream out)
            throws IOException {
        try (Bed bed = new Bed(root, folder.resolve(trial + "-" + System.nanoTime()))) {
            return switch (trial) {
                case "crash" -> crash(bed, options(arguments), out);
                case "swap" -> new SwapTrial(bed, out).run();
                default -> throw new IllegalArgumentException("crash or swap, not " + trial);
            };
        }
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
        List<String> points = List.of(options.getOrDefault("points", "").split(","));
        for (int round = 0; round < named; round++) {
            CrashMoment.named().stream()
                    .filter(one -> points.contains("") || points.contains(one.name()))
                    .forEach(all::add);
        }
        CrashTable table = new CrashTable();
        for (CrashMoment moment : all) {
            table.add(trial.run(moment));
        }
        // a moment with too little in flight must hold as well, but another one is taken for it
        for (int number = 1; table.seeded() < moments && number <= 2 * moments; number++) {
            table.add(trial.run(CrashMoment.random(number, random)));
        }
        out.println(table);
        out.println(
                "seeded moments with enough in flight: %d of %d"
                        .formatted(table.seeded(), moments));
        return table.isGood() && table.seeded() == moments;
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i).substring(2), arguments.get(i + 1));
        }
        return options;
    }
}
