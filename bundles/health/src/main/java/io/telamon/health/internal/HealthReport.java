/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What all checks say at one moment, and how that reads as JSON. */
record HealthReport(List<Row> rows) {
    /** One check and its answer. */
    record Row(String name, Status status) {}

    static HealthReport of(Collection<HealthCheck> checks) {
        return new HealthReport(
                checks.stream()
                        .map(check -> new Row(check.name(), ask(check)))
                        .sorted(Comparator.comparing(Row::name))
                        .toList());
    }

    /** A container whose checks have not arrived yet is not ready. */
    boolean ready() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.status().ready());
    }

    String toJson() {
        return rows.stream()
                .map(HealthReport::json)
                .collect(Collectors.joining(",", "{\"ready\":" + ready() + ",\"checks\":[", "]}"));
    }

    private static Status ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException failed) {
            return Status.waiting("the check itself failed: " + failed.getClass().getSimpleName());
        }
    }

    private static String json(Row row) {
        return "{\"name\":\"%s\",\"ready\":%s,\"detail\":\"%s\"}"
                .formatted(escape(row.name()), row.status().ready(), escape(row.status().detail()));
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
