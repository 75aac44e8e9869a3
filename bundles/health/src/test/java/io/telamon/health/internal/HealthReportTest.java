/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What probes and the start script are told. */
class HealthReportTest {
    @Test
    void withoutAnyCheckTheContainerIsNotReady() {
        HealthReport report = HealthReport.of(List.of());

        assertThat(report.ready()).isFalse();
        assertThat(report.toJson()).isEqualTo("{\"ready\":false,\"checks\":[]}");
    }

    @Test
    void oneWaitingCheckMakesTheWholeNotReady() {
        HealthReport report =
                HealthReport.of(
                        List.of(
                                check("store", () -> Status.waiting("opening")),
                                check("bundles", () -> Status.ready("12 run"))));

        assertThat(report.ready()).isFalse();
        assertThat(report.toJson())
                .isEqualTo(
                        "{\"ready\":false,\"checks\":["
                                + "{\"name\":\"bundles\",\"ready\":true,\"detail\":\"12 run\"},"
                                + "{\"name\":\"store\",\"ready\":false,\"detail\":\"opening\"}]}");
    }

    @Test
    void allChecksReadyMakeTheWholeReady() {
        HealthReport report = HealthReport.of(List.of(check("a", () -> Status.ready("fine"))));

        assertThat(report.ready()).isTrue();
    }

    @Test
    void aFailingCheckIsNotReadyAndKeepsItsMessageToItself() {
        HealthReport report =
                HealthReport.of(
                        List.of(
                                check(
                                        "vault",
                                        () -> {
                                            throw new IllegalStateException("password=secret");
                                        })));

        assertThat(report.ready()).isFalse();
        assertThat(report.toJson()).contains("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void quotesBackslashesAndLineBreaksAreEscaped() {
        HealthReport report =
                HealthReport.of(List.of(check("a", () -> Status.ready("say \"x\\y\"\n"))));

        assertThat(report.toJson()).contains("say \\\"x\\\\y\\\"\\u000a");
    }

    private static HealthCheck check(String name, Supplier<Status> answer) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Status check() {
                return answer.get();
            }
        };
    }
}
