/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstack4j.api.types.Facing;

/** An account's settings are read with their defaults, and become what keystone is told. */
class AccountSettingsTest {
    @Test
    void userAndProjectSuffice() {
        AccountSettings settings = AccountSettings.of(Map.of("user", "ann", "project", "lab"));

        assertThat(settings.facing()).isEqualTo(Facing.PUBLIC);
        assertThat(settings.settle()).isEqualTo(Duration.ofSeconds(15));
        assertThat(new Credential(settings, "s3cret").request().toString())
                .isEqualTo(
                        "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":"
                                + "{\"name\":\"ann\",\"password\":\"s3cret\",\"domain\":{\"name\":\"Default\"}}}},"
                                + "\"scope\":{\"project\":{\"name\":\"lab\",\"domain\":{\"name\":\"Default\"}}}}}");
    }

    @Test
    void anApplicationCredentialHasItsScopeWithIt() {
        AccountSettings settings =
                AccountSettings.of(Map.of("user", "id-1", "auth", "application-credential"));

        assertThat(new Credential(settings, "s3cret").request().toString())
                .isEqualTo(
                        "{\"auth\":{\"identity\":{\"methods\":[\"application_credential\"],"
                                + "\"application_credential\":{\"id\":\"id-1\",\"secret\":\"s3cret\"}}}}");
    }

    @Test
    void aTokenNeedsAProjectOnly() {
        AccountSettings settings = AccountSettings.of(Map.of("project", "lab", "auth", "token"));

        assertThat(
                        new Credential(settings, "t0ken")
                                .request()
                                .at("/auth/identity/token/id")
                                .asText())
                .isEqualTo("t0ken");
    }

    @ParameterizedTest
    @CsvSource({
        "auth, kerberos",
        "interface, sideways",
        "insecure, maybe",
        "settle-seconds, soon",
        "user, ''",
        "project, ' '"
    })
    void aSettingThatCannotBeIsRefusedByName(String name, String value) {
        Map<String, String> settings =
                new java.util.HashMap<>(Map.of("user", "ann", "project", "lab"));
        settings.put(name, value);

        assertThatThrownBy(() -> AccountSettings.of(settings))
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.VIM_REJECTED))
                .hasMessageContaining(name);
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

    @ParameterizedTest
    @CsvSource({
        "http://cloud:5000, http://cloud:5000/v3",
        "http://cloud:5000/v3/, http://cloud:5000/v3",
        "https://cloud/identity, https://cloud/identity/v3"
    })
    void anAddressMayBeTypedInSeveralForms(String typed, String used) {
        assertThat(Cloud.keystone(typed)).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK, http://cloud:9696, http://cloud:9696/v2.0",
        "NETWORK, http://cloud/networking/v2.0/, http://cloud/networking/v2.0",
        "IMAGE, http://cloud/image, http://cloud/image/v2",
        "COMPUTE, http://cloud/compute/v2.1, http://cloud/compute/v2.1"
    })
    void aCatalogueMayLeaveTheVersionOut(Service service, String written, String used) {
        assertThat(service.versioned(written)).isEqualTo(used);
    }
}
