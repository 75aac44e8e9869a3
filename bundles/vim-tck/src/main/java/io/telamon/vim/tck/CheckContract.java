/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.model.account.CheckStep;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads who tests a connection. */
public interface CheckContract extends VimContract {
    /** What works is said to work, each step once. */
    @Test
    default void aGoodAccountFailsNoStep() {
        List<CheckStep> steps = session().check();

        assertThat(steps).isNotEmpty();
        assertThat(steps).extracting(CheckStep::name).doesNotHaveDuplicates().doesNotContain("");
        assertThat(steps).noneMatch(step -> step.outcome() == CheckStep.Outcome.FAILED);
        assertThat(steps.toString()).doesNotContain(vim().connection().secret());
    }

    /** Whoever listens hears the same steps as whoever waits. */
    @Test
    default void stepsAreToldAsTheyAreListed() {
        List<String> told = new ArrayList<>();

        session().check(step -> told.add(step.name()));

        assertThat(told).isEqualTo(session().check().stream().map(CheckStep::name).toList());
    }

    /** The most frequent mistake has a name, and nothing is thrown. */
    @Test
    default void wrongCredentialsFailAStepThatSaysWhy() {
        assumeTrue(vim().wrongCredentials().isPresent(), "this cloud takes any credential");
        VimConnection wrong = vim().wrongCredentials().orElseThrow();
        try (VimSession session = vim().driver().open(wrong)) {
            failsWithWords(session, wrong);
        }
    }

    /** A wrong address is the other one. */
    @Test
    default void aDeadAddressFailsAStepThatSaysWhy() throws IOException {
        int port = RudeServer.deadPort();
        assumeTrue(vim().connectionTo(port).isPresent(), "this plug-in does not use the network");
        VimConnection dead = vim().connectionTo(port).orElseThrow();
        try (VimSession session = vim().driver().open(dead)) {
            failsWithWords(session, dead);
        }
    }

    private static void failsWithWords(VimSession session, VimConnection connection) {
        List<CheckStep> steps = session.check();

        assertThat(steps)
                .filteredOn(step -> step.outcome() == CheckStep.Outcome.FAILED)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.detail()).isNotBlank());
        assertThat(steps.toString()).doesNotContain(connection.secret());
    }
}
