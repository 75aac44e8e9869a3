/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tries every bad input and checks the answer's status, code and words, that nothing was changed by
 * it, and that it took no longer than a person waits.
 */
public final class BadInputTrial {
    private static final int WORDS = 160;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BadScene scene;
    private final Archives archives;
    private final PrintStream out;
    private final Table table =
            new Table("bad input", "status", "code", "answer", "ms", "changed", "as expected");

    /** Sets the scene on a bed whose Telamon runs and knows the cloud. */
    public BadInputTrial(Bed bed, Rest rest, PrintStream out) {
        this.scene = new BadScene(bed, rest);
        this.archives = new Archives(bed.folder().resolve("bad"));
        this.out = out;
    }

    /** What came of one case; {@code wrong} is empty when it is as it must be. */
    public record Outcome(String name, String wrong) {}

    /** Does all cases and prints the table. */
    public List<Outcome> run() {
        List<BadCase> cases = new ArrayList<>(new BadPackages(scene.rest(), archives).all());
        cases.addAll(new BadRequests(scene).all());
        cases.addAll(new BadClouds(scene).all());
        List<Outcome> outcomes = new ArrayList<>();
        for (BadCase bad : cases) {
            outcomes.add(one(bad));
        }
        out.println(table);
        return outcomes;
    }

    private Outcome one(BadCase bad) {
        Map<String, String> before = scene.state();
        long begun = System.nanoTime();
        Reply reply = bad.attempt().get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Map<String, String> after = scene.state();
        boolean answered = bad.holds(reply) && took.compareTo(PATIENCE) < 0;
        boolean leaked = reply.body().toString().contains("root:x:");
        boolean held = answered && before.equals(after) && !leaked;
        table.add(
                bad.name(),
                reply.status(),
                code(bad, reply),
                said(reply),
                took.toMillis(),
                before.equals(after) ? "no" : "YES",
                held ? "yes" : "NO");
        String wrong = held ? "" : wrong(bad, reply, before, after);
        if (!held) {
            out.println(bad.name() + " is not as expected: " + wrong);
        }
        return new Outcome(bad.name(), wrong);
    }

    private static String wrong(
            BadCase bad, Reply reply, Map<String, String> before, Map<String, String> after) {
        String changed = before.equals(after) ? "" : "; before " + before + ", after " + after;
        return "expected %d %s %s, was %d %s%s"
                .formatted(
                        bad.status(),
                        bad.code(),
                        bad.words(),
                        reply.status(),
                        reply.body(),
                        changed);
    }

    private static String code(BadCase bad, Reply reply) {
        return reply.findings().contains(bad.code()) ? bad.code() : reply.code();
    }

    private static String said(Reply reply) {
        String text = reply.detail().isEmpty() ? reply.body().toString() : reply.detail();
        String line = text.replace('\n', ' ').replace('|', '/');
        return line.length() > WORDS ? line.substring(0, WORDS) + "..." : line;
    }
}
