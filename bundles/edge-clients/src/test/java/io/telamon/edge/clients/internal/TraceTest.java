/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final int[] SIZES = {100, 500};

    @Test
    void hasAsManyRequestsAsClientsTimesRateTimesDuration() {
        List<Trace.Entry> entries = Trace.draw(new Trace.Plan(10, 5, 2, 400), "f", "h:1", SIZES, 1);

        assertThat((double) entries.size()).isCloseTo(20_000, within(5 * Math.sqrt(20_000)));
        assertThat(entries).isSortedAccordingTo(Comparator.comparingDouble(Trace.Entry::at));
        assertThat(entries).allMatch(entry -> entry.at() >= 2 && entry.at() < 402);
        assertThat(entries.stream().mapToInt(Trace.Entry::size).average().orElseThrow())
                .isCloseTo(300, within(5 * 400 / Math.sqrt(12 * 20_000)));
        assertThat(entries.stream().mapToInt(Trace.Entry::size))
                .allMatch(s -> s >= 100 && s <= 500);
    }

    @Test
    void isTheSameForTheSameSeed() {
        Trace.Plan plan = new Trace.Plan(2, 1, 0, 4);

        String text =
                Trace.draw(plan, "f", "h:1", SIZES, 1).stream()
                        .map(Trace.Entry::toString)
                        .limit(3)
                        .collect(Collectors.joining("\n"));

        assertThat(text).isEqualTo("0.844883 f h:1 398\n0.857271 f h:1 263\n1.153512 f h:1 340");
        assertThat(Trace.draw(plan, "f", "h:1", SIZES, 2))
                .isNotEqualTo(Trace.draw(plan, "f", "h:1", SIZES, 1));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        List<Trace.Entry> drawn = Trace.draw(new Trace.Plan(3, 2, 0, 5), "f", "h:1", SIZES, 1);
        String text = drawn.stream().map(e -> e + "\n").collect(Collectors.joining());

        List<Trace.Entry> read = read("# a comment\n\n" + text);

        assertThat(read.stream().map(Trace.Entry::toString))
                .containsExactlyElementsOf(drawn.stream().map(Trace.Entry::toString).toList());
    }

    @Test
    void saysWhichLineIsWrong() {
        for (Map.Entry<String, String> bad :
                Map.of(
                                "1 f h:1 100\n2 f h:1", "line 2",
                                "x f h:1 100", "line 1",
                                "1 f here 100", "line 1",
                                "1 f h:1 big", "line 1")
                        .entrySet()) {
            assertThatThrownBy(() -> read(bad.getKey()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(bad.getValue());
        }
    }

    private static List<Trace.Entry> read(String text) throws IOException {
        return Trace.read(new BufferedReader(new StringReader(text)));
    }
}
