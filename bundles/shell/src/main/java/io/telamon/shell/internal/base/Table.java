/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of plain values, to be filtered, sorted, cut to columns and written in some format. */
final class Table {
    private final List<String> names;
    private final List<String> shown;
    private final List<Map<String, Object>> rows;

    private Table(List<String> names, List<String> shown, List<Map<String, Object>> rows) {
        this.names = names;
        this.shown = shown;
        this.rows = rows;
    }

    static <T> Table of(List<T> items, List<Column<T>> columns) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (T item : items) {
            Map<String, Object> row = new LinkedHashMap<>();
            columns.forEach(column -> row.put(column.name(), column.valueOf(item)));
            rows.add(row);
        }
        return new Table(
                columns.stream().map(Column::name).toList(),
                columns.stream().filter(column -> !column.wide()).map(Column::name).toList(),
                rows);
    }

    /** Only these columns, separated by commas; all when empty. */
    Table only(String columns) {
        if (columns.isBlank()) {
            return this;
        }
        List<String> wanted = Arrays.stream(columns.split(",")).map(this::known).toList();
        List<Map<String, Object>> cut = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> part = new LinkedHashMap<>();
            wanted.forEach(name -> part.put(name, row.get(name)));
            cut.add(part);
        }
        return new Table(wanted, wanted, cut);
    }

    /** Rows that fit all of {@code a=x,b!=y,c~z} ({@code ~} is "contains"). */
    Table where(String filter) {
        List<Map<String, Object>> kept = rows;
        for (String term : filter.isBlank() ? new String[0] : filter.split(",")) {
            Term parsed = Term.parse(term);
            known(parsed.column());
            kept =
                    kept.stream()
                            .filter(row -> parsed.fits(text(row.get(parsed.column()))))
                            .toList();
        }
        return new Table(names, shown, kept);
    }

    /** Sorted by a column; {@code -column} is downwards. */
    Table sortedBy(String sort) {
        if (sort.isBlank()) {
            return this;
        }
        boolean down = sort.startsWith("-");
        String column = known(down ? sort.substring(1) : sort);
        List<Map<String, Object>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> row.get(column), Table::compare));
        if (down) {
            Collections.reverse(sorted);
        }
        return new Table(names, shown, sorted);
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** Aligned columns, two spaces apart. */
    String text(boolean wide, boolean headers) {
        List<String> columns = wide ? names : shown;
        List<List<String>> lines = new ArrayList<>();
        if (headers) {
            lines.add(columns.stream().map(Table::header).toList());
        }
        rows.forEach(row -> lines.add(columns.stream().map(name -> cell(row.get(name))).toList()));
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int index = 0; index < widths.length; index++) {
                widths[index] = Math.max(widths[index], line.get(index).length());
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining());
    }

    /** One {@code name: value} line for each field of each row. */
    String details() {
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        return rows.stream()
                .map(
                        row ->
                                row.entrySet().stream()
                                        .map(field -> detail(field, width))
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    String csv(boolean headers) {
        StringBuilder text = new StringBuilder();
        if (headers) {
            text.append(String.join(",", names)).append('\n');
        }
        rows.forEach(
                row ->
                        text.append(
                                        row.values().stream()
                                                .map(value -> quoted(text(value)))
                                                .collect(Collectors.joining(",")))
                                .append('\n'));
        return text.toString();
    }

    /** The field {@code name} of each row, else its first one. */
    String names() {
        String column = names.contains("name") ? "name" : names.get(0);
        return rows.stream().map(row -> text(row.get(column)) + "\n").collect(Collectors.joining());
    }

    private String known(String column) {
        if (!names.contains(column.strip())) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "There is no column " + column + "; there are " + String.join(", ", names));
        }
        return column.strip();
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < widths.length; index++) {
            line.append(cells.get(index));
            line.append(" ".repeat(widths[index] - cells.get(index).length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static String detail(Map.Entry<String, Object> field, int width) {
        String label = field.getKey() + ":" + " ".repeat(width - field.getKey().length() - 1);
        if (field.getValue() instanceof Collection<?> list && !list.isEmpty()) {
            String margin = "\n" + " ".repeat(width);
            return label
                    + list.stream().map(Table::text).collect(Collectors.joining(margin))
                    + "\n";
        }
        return label + cell(field.getValue()) + "\n";
    }

    private static String header(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toUpperCase(Locale.ROOT);
    }

    private static String cell(Object value) {
        String text = text(value).replaceAll("\\s+", " ");
        return text.isEmpty() ? "-" : text;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(Table::text).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(letter -> ",\"\n\r".indexOf(letter) >= 0);
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static int compare(Object one, Object two) {
        if (one instanceof Number first && two instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        return text(one).compareToIgnoreCase(text(two));
    }

    /** One condition of a filter. */
    private record Term(String column, String sign, String value) {
        static Term parse(String text) {
            for (String sign : List.of("!=", "~", "=")) {
                int at = text.indexOf(sign);
                if (at > 0) {
                    return new Term(
                            text.substring(0, at).strip(),
                            sign,
                            text.substring(at + sign.length()).strip());
                }
            }
            throw new CommandFailure(
                    Exit.USAGE, "A filter looks like name=web,state!=FAILED,type~sim, not " + text);
        }

        boolean fits(String found) {
            return switch (sign) {
                case "=" -> found.equals(value);
                case "!=" -> !found.equals(value);
                default -> found.contains(value);
            };
        }
    }
}
