/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proves that figures are computed from what was read as the table says they are. */
class ReadingTest {
    @Test
    void onlyCallsThatEndATaskCount() {
        String head = "telamon_ro_call_seconds_count{";

        assertThat(Gauge.endsTask(head + "outcome=\"Done\",verb=\"CREATE\"} 7")).isTrue();
        assertThat(Gauge.endsTask(head + "outcome=\"Gone\",verb=\"DELETE\"} 7")).isTrue();
        assertThat(Gauge.endsTask(head + "outcome=\"Building\",verb=\"CREATE\"} 7")).isFalse();
        assertThat(Gauge.endsTask("telamon_ro_call_seconds_sum{outcome=\"Done\"} 7")).isFalse();
        assertThat(Gauge.value("telamon_store_commits_total 1.25E3")).isEqualTo(1250);
    }

    @Test
    void readingIsTheDifferencePerTask() {
        Gauge.Reading before = new Gauge.Reading(1_000, 10, 100, 0);
        Gauge.Reading after = new Gauge.Reading(1_300, 70, 200, 5);

        Gauge.Reading used = after.since(before);

        assertThat(used.cpuPerTask()).isEqualTo(3.0);
        assertThat(used.commitsPerTask()).isEqualTo(0.6);
    }

    @Test
    void medianAndPercentileAreOfTheSortedValues() {
        Spread spread = new Spread(IntStream.rangeClosed(1, 101).asDoubleStream().boxed().toList());

        assertThat(spread.median()).isEqualTo(51);
        assertThat(spread.p95()).isEqualTo(96);
        assertThat(Spread.text(1.234)).isEqualTo("1.23");
        assertThatThrownBy(() -> new Spread(List.of())).hasMessageContaining("Nothing");
    }

    @Test
    void optionsAreNamesAndValues() {
        Options options = Options.of("services", "--pairs", "2", "tasks");

        assertThat(options.names()).containsExactly("services", "tasks");
        assertThat(options.values()).isEqualTo(Map.of("pairs", "2"));
        assertThat(options.number("pairs", 5)).isEqualTo(2);
        assertThat(options.number("count", 200)).isEqualTo(200);
        assertThatThrownBy(() -> Options.of("--pairs")).hasMessageContaining("needs a value");
    }

    @Test
    void crewGivesResultsInOrder() {
        assertThat(Crew.work(3, 6, i -> i * i)).containsExactly(0, 1, 4, 9, 16, 25);
    }
}
