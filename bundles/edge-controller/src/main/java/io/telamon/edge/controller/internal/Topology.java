/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Distances between addresses, read from a file: one line {@code name d1 ... dn} for each of n
 * names, the distances from it to all of them in the order of the lines. Blank lines and lines that
 * begin with {@code #} do not count.
 */
final class Topology {
    private final Map<String, Integer> names;
    private final double[][] distances;
    private final double unknown;

    private Topology(Map<String, Integer> names, double[][] distances) {
        this.names = names;
        this.distances = distances;
        double longest = 0;
        for (double[] row : distances) {
            for (double distance : row) {
                longest = Math.max(longest, distance);
            }
        }
        unknown = longest + 1;
    }

    static Topology read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The topology " + file + " cannot be read", e);
        }
    }

    /** Throws {@link IllegalArgumentException} that names the line. */
    static Topology parse(List<String> lines) {
        Map<String, Integer> names = new LinkedHashMap<>();
        List<double[]> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).trim();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+");
            if (names.putIfAbsent(words[0], rows.size()) != null) {
                throw bad(at, words[0] + " is there twice");
            }
            rows.add(row(words, at));
            if (rows.get(0).length != words.length - 1) {
                throw bad(
                        at,
                        "has "
                                + (words.length - 1)
                                + " distances, the first line "
                                + rows.get(0).length);
            }
        }
        if (rows.isEmpty() || rows.get(0).length != rows.size()) {
            throw new IllegalArgumentException(
                    "A topology has one line and one distance per name; there are "
                            + rows.size()
                            + " lines");
        }
        return new Topology(names, rows.toArray(double[][]::new));
    }

    private static double[] row(String[] words, int at) {
        double[] row = new double[words.length - 1];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = Double.parseDouble(words[i + 1]);
            } catch (NumberFormatException e) {
                throw bad(at, words[i + 1] + " is no distance");
            }
            if (!(row[i] >= 0) || Double.isInfinite(row[i])) {
                throw bad(at, words[i + 1] + " is no distance");
            }
        }
        return row;
    }

    private static IllegalArgumentException bad(int at, String why) {
        return new IllegalArgumentException("Line " + (at + 1) + " of the topology: " + why);
    }

    /** The same names with distances drawn between 0 and 1. */
    Topology randomized(long seed) {
        Random random = new Random(seed);
        double[][] drawn = new double[distances.length][distances.length];
        for (int from = 0; from < drawn.length; from++) {
            for (int to = 0; to < drawn.length; to++) {
                drawn[from][to] = from == to ? distances[from][to] : random.nextDouble();
            }
        }
        return new Topology(names, drawn);
    }

    boolean knows(String name) {
        return names.containsKey(name);
    }

    /** Names that the file does not have are farther away than all others. */
    double distance(String from, String to) {
        Integer row = names.get(from);
        Integer column = names.get(to);
        if (row == null || column == null) {
            return from.equals(to) ? 0 : unknown;
        }
        return distances[row][column];
    }
}
