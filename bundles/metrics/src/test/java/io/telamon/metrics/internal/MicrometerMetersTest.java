/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What components measure is what the scrape shows. */
class MicrometerMetersTest {
    private final MicrometerMeters meters = new MicrometerMeters();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void countersAddUpByTag() {
        meters.count("telamon_ro_tasks", 1, "outcome", "done");
        meters.count("telamon_ro_tasks", 2, "outcome", "done");
        meters.count("telamon_ro_tasks", 5, "outcome", "failed");

        assertThat(meters.scrape())
                .contains("telamon_ro_tasks_total{outcome=\"done\"} 3.0")
                .contains("telamon_ro_tasks_total{outcome=\"failed\"} 5.0");
    }

    @Test
    void durationsAreCountedSummedAndBounded() {
        meters.time("telamon_ro_call", Duration.ofMillis(50), "verb", "CREATE");
        meters.time("telamon_ro_call", Duration.ofSeconds(3), "verb", "CREATE");

        assertThat(meters.scrape())
                .contains("telamon_ro_call_seconds_count{verb=\"CREATE\"} 2")
                .contains("telamon_ro_call_seconds_sum{verb=\"CREATE\"} 3.05")
                .contains("telamon_ro_call_seconds_bucket{verb=\"CREATE\",le=\"0.1\"} 1");
    }

    @Test
    void aGaugeIsAskedAtEachScrapeUntilItIsClosed() throws Exception {
        AtomicInteger depth = new AtomicInteger(4);
        AutoCloseable gauge = meters.gauge("telamon_ro_queue", depth::get, "lane", "vim:one");

        assertThat(meters.scrape()).contains("telamon_ro_queue{lane=\"vim:one\"} 4.0");
        depth.set(7);
        assertThat(meters.scrape()).contains("telamon_ro_queue{lane=\"vim:one\"} 7.0");
        gauge.close();
        assertThat(meters.scrape()).doesNotContain("telamon_ro_queue");
    }

    @Test
    void aReplacedComponentDoesNotTakeTheGaugeOfItsSuccessorAway() throws Exception {
        AutoCloseable old = meters.gauge("telamon_ro_running", () -> 1);
        AutoCloseable next = meters.gauge("telamon_ro_running", () -> 2);

        old.close();

        assertThat(meters.scrape()).contains("telamon_ro_running 2.0");
        next.close();
        assertThat(meters.scrape()).doesNotContain("telamon_ro_running");
    }

    @Test
    void aMeterWithOtherTagsNeverBreaksItsCaller() {
        meters.count("telamon_odd", 1, "a", "1");
        meters.count("telamon_odd", 1, "b", "1");
        meters.count("telamon_odd", 1, "alone");

        assertThat(meters.scrape()).contains("telamon_odd_total{a=\"1\"} 1.0");
    }

    @Test
    void theJvmIsWatchedFromTheStart() {
        assertThat(meters.scrape())
                .contains("jvm_memory_used_bytes{area=\"heap\"")
                .contains("jvm_threads_live_threads")
                .contains("jvm_gc_")
                .contains("process_uptime_seconds");
    }
}
