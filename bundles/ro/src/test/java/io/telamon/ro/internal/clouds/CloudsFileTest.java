/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.CloudEntry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clouds.yaml becomes accounts of type openstack; a hostile one becomes a precise refusal. */
class CloudsFileTest {
    private static final String FULL =
            """
            clouds:
              lab:
                auth:
                  auth_url: https://lab.example:5000/v3
                  username: nfv
                  password: 0123
                  project_name: edge
                  user_domain_name: Ops
                  project_domain_name: Edge
                region_name: north
                interface: public
                identity_api_version: 3
                verify: false
                cacert: /etc/ssl/lab.pem
            """;

    private static List<CloudEntry> read(String text) {
        return CloudsFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static CloudEntry one(String keys) {
        return read("clouds:\n  lab: {" + keys + "}\n").get(0);
    }

    @Test
    void everyKeyOfAUsualFileHasItsSetting() {
        CloudEntry lab = read(FULL).get(0);

        AccountDraft draft = lab.draft();
        assertThat(draft.name()).isEqualTo("lab");
        assertThat(draft.type()).isEqualTo("openstack");
        assertThat(draft.endpoint()).isEqualTo("https://lab.example:5000/v3");
        assertThat(draft.secret()).isEqualTo("0123");
        assertThat(draft.settings())
                .containsOnly(
                        entry("user", "nfv"),
                        entry("project", "edge"),
                        entry("user-domain", "Ops"),
                        entry("project-domain", "Edge"),
                        entry("region", "north"),
                        entry("interface", "public"),
                        entry("insecure", "true"),
                        entry("ca-file", "/etc/ssl/lab.pem"));
        assertThat(lab.notes())
                .containsExactly(
                        "The file /etc/ssl/lab.pem must be there on the machine that Telamon runs on",
                        "Not taken over: identity_api_version");
        assertThat(lab.toString()).doesNotContain("0123");
    }

    @Test
    void anApplicationCredentialNeedsNoUser() {
        CloudEntry lab =
                one(
                        "auth_type: v3applicationcredential, auth: {auth_url: 'https://a',"
                                + " application_credential_id: ac1,"
                                + " application_credential_secret: s3cret}");

        assertThat(lab.draft().settings())
                .containsOnly(entry("auth", "application-credential"), entry("user", "ac1"));
        assertThat(lab.draft().secret()).isEqualTo("s3cret");
        assertThat(lab.notes()).isEmpty();
    }

    @Test
    void aTokenIsTheCredential() {
        CloudEntry lab = one("auth_type: v3token, auth: {auth_url: 'https://a', token: t0k}");

        assertThat(lab.draft().settings()).containsOnly(entry("auth", "token"));
        assertThat(lab.draft().secret()).isEqualTo("t0k");
    }

    @Test
    void theDefaultDomainIsKnownByItsId() {
        CloudEntry lab =
                one(
                        "auth: {auth_url: 'https://a', username: u, password: p, project_name: x,"
                                + " user_domain_id: default, project_domain_id: default}");

        assertThat(lab.draft().settings())
                .contains(entry("user-domain", "Default"), entry("project-domain", "Default"));
        assertThat(lab.notes()).isEmpty();
    }

    @Test
    void whatIsMissingOrNotReadIsSaid() {
        CloudEntry lab =
                one(
                        "profile: acme, regions: [a, b], endpoint_type: internalURL,"
                                + " auth: {username: u, project_id: 77, user_domain_id: 12}");

        assertThat(lab.draft().settings())
                .contains(entry("region", "a"), entry("interface", "internal"));
        assertThat(lab.notes())
                .anyMatch(note -> note.startsWith("auth_url is missing"))
                .anyMatch(note -> note.startsWith("No credential"))
                .anyMatch(note -> note.startsWith("project_id is not used"))
                .anyMatch(note -> note.startsWith("user_domain_id is not used"))
                .anyMatch(note -> note.contains("several regions"))
                .anyMatch(note -> note.contains("profile acme"));
    }

    @Test
    void sharedKeysAreMerged() {
        List<CloudEntry> all =
                read(
                        """
                        shared: &shared
                          auth: {auth_url: https://a, username: u, password: p, project_name: x}
                        clouds:
                          one: {<<: *shared, region_name: r1}
                          two: {<<: *shared, region_name: r2}
                        """);

        assertThat(all)
                .extracting(found -> found.draft().settings().get("region"))
                .containsExactly("r1", "r2");
        assertThat(CloudEntry.of(all, "two").draft().endpoint()).isEqualTo("https://a");
        assertThatThrownBy(() -> CloudEntry.of(all, "")).hasMessageContaining("one, two");
        assertThatThrownBy(() -> CloudEntry.of(all, "three")).hasMessageContaining("one, two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clouds: [a]|a map named clouds",
                "hello|a map named clouds",
                "'clouds: {}'|1 to 200 clouds",
                "'clouds: {a: b}'|each cloud is a map",
                "'clouds: {a: !!java.net.URL [x]}'|tags are not allowed",
                "'clouds: {a: {}, a: {}}'|written twice",
                "'clouds: {? [b] : c}'|a single text",
                "'clouds: {a: *gone}'|points at nothing",
                "'clouds: {a: {password: hunter2'|line 1"
            })
    void whatIsNoSuchFileIsRefusedWithItsReason(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED))
                .hasMessageContaining(why)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void severalDocumentsAreRefused() {
        assertThatThrownBy(() -> read(FULL + "---\n" + FULL))
                .hasMessageContaining("more than one document");
    }

    @Test
    void bombsAreRefusedOrStaySmall() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(read(bomb + FULL)).hasSize(1);
        assertThatThrownBy(() -> read("clouds: " + "[".repeat(5_000)))
                .hasMessageContaining("too many levels");
        assertThatThrownBy(() -> read("clouds: [" + "x,".repeat(60_000) + "]"))
                .hasMessageContaining("too many values");
        assertThatThrownBy(() -> read("#".repeat(300_000)))
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        assertThatThrownBy(
                        () -> CloudsFile.read(new ByteArrayInputStream(new byte[] {(byte) 0xff})))
                .hasMessageContaining("UTF-8");
    }
}
