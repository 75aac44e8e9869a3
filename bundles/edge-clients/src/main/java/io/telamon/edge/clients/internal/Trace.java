/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.EndPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Requests on paper: lines {@code time lambda endpoint size}, by time. */
final class Trace {
    private Trace() {}

    /**
     * One request.
     *
     * @param at seconds since the start
     * @param lambda to call
     * @param endPoint to send it to
     * @param size of its input
     */
    record Entry(double at, String lambda, String endPoint, int size) {
        @Override
        public String toString() {
            return Text.seconds(at) + " " + lambda + " " + endPoint + " " + size;
        }
    }

    /**
     * What is drawn.
     *
     * @param clients how many send, each for itself
     * @param rate requests per second of each
     * @param start seconds before the first may come
     * @param duration seconds from start to the last
     */
    record Plan(int clients, double rate, double start, double duration) {
        Plan {
            if (!(rate > 0)) {
                throw new IllegalArgumentException("the rate must be above 0");
            }
        }
    }

    /** Poisson processes of several clients laid over each other. */
    static List<Entry> draw(Plan plan, String lambda, String endPoint, int[] sizes, long seed) {
        PriorityQueue<Next> queue = new PriorityQueue<>(Comparator.comparingDouble(Next::at));
        for (int client = 0; client < plan.clients; client++) {
            Draws gaps = new Draws(seed, client, "gap");
            Sizes drawn = Sizes.between(sizes[0], sizes[1], new Draws(seed, client, "size"));
            queue.add(new Next(plan.start + gaps.exponential(1 / plan.rate), gaps, drawn));
        }
        List<Entry> entries = new ArrayList<>();
        while (!queue.isEmpty()) {
            Next next = queue.remove();
            if (next.at < plan.start + plan.duration) {
                entries.add(new Entry(next.at, lambda, endPoint, next.sizes.getAsInt()));
                double then = next.at + next.gaps.exponential(1 / plan.rate);
                queue.add(new Next(then, next.gaps, next.sizes));
            }
        }
        return entries;
    }

    private record Next(double at, Draws gaps, Sizes sizes) {}

    /** Reads to the end; what is wrong is an IllegalArgumentException that names the line. */
    static List<Entry> read(BufferedReader in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(parse(line, number));
            }
        }
        entries.sort(Comparator.comparingDouble(Entry::at));
        return entries;
    }

    private static Entry parse(String line, int number) {
        String[] words = line.trim().split("\\s+");
        try {
            if (words.length == 4) {
                return new Entry(
                        Double.parseDouble(words[0]),
                        words[1],
                        EndPoint.parse(words[2]).toString(),
                        Integer.parseInt(words[3]));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "line " + number + ": not of the form 'time lambda endpoint size'");
    }
}
