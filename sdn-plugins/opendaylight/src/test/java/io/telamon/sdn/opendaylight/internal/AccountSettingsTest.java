/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings are checked when the session opens, and the one that cannot be is named. */
class AccountSettingsTest {
    @Test
    void withoutSettingsTheDefaultsHold() {
        AccountSettings settings = AccountSettings.of(Map.of());

        assertThat(settings.user()).isEqualTo("admin");
        assertThat(settings.table()).isZero();
        assertThat(settings.priority()).isEqualTo(40_000);
        assertThat(settings.exit()).isEqualTo(new Flow.Out("NORMAL"));
        assertThat(settings.portPrefixes()).containsExactly("tap", "qvo", "vhu");
        assertThat(settings.steersByPort()).isFalse();
    }

    @Test
    void theExitMayBeATableOrAPort() {
        assertThat(AccountSettings.of(Map.of("exit", "table:20")).exit())
                .isEqualTo(new Flow.Table(20));
        assertThat(AccountSettings.of(Map.of("exit", "port:uplink")).exitPort()).contains("uplink");
    }

    @ParameterizedTest
    @CsvSource({
        "exit, drop",
        "exit, table:0",
        "exit, table:x",
        "steer, all",
        "table, 300",
        "priority, 60000",
        "settle-seconds, soon",
        "insecure, yes"
    })
    void aBadSettingIsNamed(String name, String value) {
        assertThatThrownBy(() -> AccountSettings.of(Map.of(name, value)))
                .hasMessageContaining("The setting " + name);
    }

    @Test
    void prioritiesOfTwoChainsDifferAndAPortStandsAboveAnyPort() {
        Mark one = new Mark("one");
        Mark two = new Mark("two");

        assertThat(one.priority(40_000, false)).isNotEqualTo(two.priority(40_000, false));
        assertThat(one.priority(40_000, false)).isBetween(44_096, 48_191);
        assertThat(two.priority(40_000, true)).isBetween(40_000, 44_095);
        assertThat(one.cookie() & Mark.OURS_MASK).isEqualTo(Mark.OURS);
        assertThat(one.cookie() & ~Mark.CHAIN_MASK).isZero();
    }
}
