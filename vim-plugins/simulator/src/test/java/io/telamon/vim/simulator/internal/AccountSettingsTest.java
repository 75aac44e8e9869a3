/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.simkit.Json;
import io.telamon.vim.simulator.internal.world.WorldSettings;
import io.telamon.vim.spi.VimAbility;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account's settings are read with their defaults. */
class AccountSettingsTest {
    @Test
    void withoutSettingsEverythingIsOfferedAndTheWorldIsLeftAlone() {
        AccountSettings settings = AccountSettings.of(Map.of());
        WorldSettings world =
                Json.convert(
                        Json.merge(Json.tree(WorldSettings.defaults()), settings.patch()),
                        WorldSettings.class);

        assertThat(settings.abilities()).isEqualTo(AccountSettings.ALL_ABILITIES);
        assertThat(settings.settle()).isEqualTo(Duration.ofMillis(500));
        assertThat(world).isEqualTo(WorldSettings.defaults());
    }

    @Test
    void namedAbilitiesAreOfferedAndUnknownOnesAreNot() {
        AccountSettings some = AccountSettings.of(Map.of("abilities", "server-power, levitation"));
        AccountSettings none = AccountSettings.of(Map.of("abilities", "none"));

        assertThat(some.abilities()).containsExactly(VimAbility.SERVER_POWER);
        assertThat(none.abilities()).isEmpty();
    }

    @Test
    void anEmbeddedWorldGetsWhatTheAccountSays() {
        AccountSettings settings =
                AccountSettings.of(
                        Map.of("quota-servers", "4", "build-ms", "30", "zones", "east, west"));

        WorldSettings world = Json.convert(settings.patch(), WorldSettings.class);

        assertThat(world.limits().servers()).isEqualTo(4);
        assertThat(world.timing().buildMs()).containsEntry("server", 30L);
        assertThat(world.layout().zones()).containsExactly("east", "west");
    }

    @Test
    void aNumberThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> AccountSettings.of(Map.of("settle-ms", "soon")).settle())
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.VIM_REJECTED))
                .hasMessageContaining("settle-ms");
    }

    @Test
    void everyFieldHasALabelAndAHelp() {
        assertThat(AccountSettings.FIELDS)
                .allSatisfy(
                        field -> {
                            assertThat(field.label()).isNotBlank();
                            assertThat(field.help()).endsWith(".");
                        });
    }
}
