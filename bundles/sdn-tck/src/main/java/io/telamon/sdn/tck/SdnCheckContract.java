/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.model.account.CheckStep;
import io.telamon.model.account.SettingField;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads who sets an account up and tests its connection. */
public interface SdnCheckContract extends SdnContract {
    /** Forms show each field once, with words. */
    @Test
    default void settingsAreNamedOnceAndExplained() {
        List<SettingField> fields = sdn().driver().settings();

        assertThat(fields).extracting(SettingField::name).doesNotHaveDuplicates();
        assertThat(fields)
                .allSatisfy(
                        field -> {
                            assertThat(field.name()).matches("[a-z][a-z0-9-]*");
                            assertThat(field.label()).isNotBlank();
                            assertThat(field.help()).endsWith(".");
                        });
    }

    /** What works is said to work, each step once. */
    @Test
    default void aGoodAccountFailsNoStep() {
        List<CheckStep> steps = told(session());

        assertThat(steps).isNotEmpty();
        assertThat(steps).extracting(CheckStep::name).doesNotHaveDuplicates().doesNotContain("");
        assertThat(steps).noneMatch(step -> step.outcome() == CheckStep.Outcome.FAILED);
        assertThat(steps.toString()).doesNotContain(SdnContract.secret(sdn().connection()));
    }

    /** The most frequent mistake has a name, and nothing is thrown. */
    @Test
    default void wrongCredentialsFailAStepThatSaysWhy() {
        assumeTrue(sdn().wrongCredentials().isPresent(), "this controller takes any credential");
        failsWithWords(sdn().wrongCredentials().orElseThrow());
    }

    /** A wrong address is the other one. */
    @Test
    default void aDeadAddressFailsAStepThatSaysWhy() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assumeTrue(sdn().connectionTo(port).isPresent(), "this plug-in does not use the network");
        failsWithWords(sdn().connectionTo(port).orElseThrow());
    }

    private void failsWithWords(SdnConnection connection) {
        List<CheckStep> steps;
        try (SdnSession session = sdn().driver().open(connection)) {
            steps = told(session);
        }

        assertThat(steps)
                .filteredOn(step -> step.outcome() == CheckStep.Outcome.FAILED)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.detail()).isNotBlank());
        assertThat(steps.toString()).doesNotContain(SdnContract.secret(connection));
    }

    private static List<CheckStep> told(SdnSession session) {
        List<CheckStep> steps = new ArrayList<>();
        session.check(steps::add);
        return steps;
    }
}
