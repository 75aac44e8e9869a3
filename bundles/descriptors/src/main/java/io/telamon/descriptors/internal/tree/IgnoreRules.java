/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The committed list of fields that are known and left out, each with its reason. A rule's path is
 * written with slashes, without list indexes and YANG prefixes; {@code *} stands for one segment,
 * {@code **} for any number. A rule covers everything below its path.
 */
public final class IgnoreRules {
    private final List<Rule> rules;

    private IgnoreRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * One field left out.
     *
     * @param language which descriptor language, as the file names it
     * @param path segments of the path
     * @param reason why it is left out
     */
    public record Rule(String language, List<String> path, String reason) {
        boolean covers(List<String> segments) {
            return covers(0, segments, 0);
        }

        private boolean covers(int rule, List<String> segments, int at) {
            if (rule == path.size()) {
                return true;
            }
            String wanted = path.get(rule);
            if (wanted.equals("**")) {
                return covers(rule + 1, segments, at)
                        || at < segments.size() && covers(rule, segments, at + 1);
            }
            return at < segments.size()
                    && (wanted.equals("*") || wanted.equals(segments.get(at)))
                    && covers(rule + 1, segments, at + 1);
        }
    }

    /** Reads the rules of one language from the list that is part of this bundle. */
    public static IgnoreRules of(String language) {
        return new IgnoreRules(all().stream().filter(r -> r.language().equals(language)).toList());
    }

    /** Reads all rules from the list that is part of this bundle. */
    public static List<Rule> all() {
        var rules = new ArrayList<Rule>();
        var stream =
                Objects.requireNonNull(IgnoreRules.class.getResourceAsStream("known-ignored.txt"));
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split("\\s+", 3);
                    rules.add(new Rule(parts[0], List.of(parts[1].split("/")), parts[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    boolean covers(List<String> segments) {
        return rules.stream().anyMatch(r -> r.covers(segments));
    }
}
