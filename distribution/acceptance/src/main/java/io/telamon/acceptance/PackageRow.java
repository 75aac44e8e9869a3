/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of the committed table of packages: what must come of a package.
 *
 * @param set packages of one set are in the catalog together, in the table's order
 * @param source where the package comes from, see {@link Packed}
 * @param verdict HTTP status of on-boarding; of a refusal also the code and words that it must say
 * @param findings codes of findings, whether taken or refused
 * @param then {@code running}, {@code -} for what cannot be instantiated by itself, or status, code
 *     and words of the refusal
 * @param servers servers with their links: {@code member/vdu/number>link,link}
 * @param networks networks, {@code link} or {@code member.link}; {@code =name} when adopted
 * @param chains chains, see {@link Footprint}
 * @param waived steps that are waived, and why
 */
public record PackageRow(
        String set,
        String source,
        String verdict,
        String findings,
        String then,
        String servers,
        String networks,
        String chains,
        String waived) {
    private static final int CELLS = 9;

    /** True when a running service is expected. */
    public boolean runs() {
        return then.equals("running");
    }

    /** The committed table. */
    public static List<PackageRow> table() {
        List<PackageRow> rows = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                PackageRow.class.getResourceAsStream("packages.csv"),
                                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(l -> rows.add(of(l)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private static PackageRow of(String line) {
        String[] cells =
                Arrays.stream(line.split(";", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("Not " + CELLS + " cells: " + line);
        }
        return new PackageRow(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7],
                cells[8]);
    }
}
