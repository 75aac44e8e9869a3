/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.resource.ChainSpec.Classifier;
import io.telamon.model.resource.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a classifier becomes on a switch, and why some cannot. */
class MatchesTest {
    private static List<Match> of(Map<String, String> match) {
        return Matches.of(new Classifier("rule", Value.of(""), match));
    }

    private static String json(Map<String, String> match) {
        return of(match).get(0).json().toString();
    }

    @Test
    void aConnectionIsMatchedByAllItsFields() {
        String json =
                json(
                        Map.of(
                                "ip-proto", "6",
                                "source-prefix", "10.1.2.3/24",
                                "destination-prefix", "10.9.9.9",
                                "destination-port", "443"));

        assertThat(json)
                .isEqualTo(
                        "{\"ethernet-match\":{\"ethernet-type\":{\"type\":2048}},"
                                + "\"ip-match\":{\"ip-protocol\":6},"
                                + "\"ipv4-source\":\"10.1.2.0/24\","
                                + "\"ipv4-destination\":\"10.9.9.9/32\","
                                + "\"tcp-destination-port\":443}");
    }

    @Test
    void theSixthVersionIsKnownByItsPrefix() {
        assertThat(json(Map.of("ip-proto", "17", "source-prefix", "2001:db8::1/64")))
                .contains("\"type\":34525")
                .contains("\"ipv6-source\":\"2001:db8:0:0:0:0:0:0/64\"");
    }

    @Test
    void theWayBackMirrorsAddressesAndPorts() {
        Match there =
                of(Map.of("ip-proto", "6", "source-prefix", "10.0.0.1", "destination-port", "80"))
                        .get(0);

        assertThat(there.reversed().json().toString())
                .contains("\"ipv4-destination\":\"10.0.0.1/32\"")
                .contains("\"tcp-source-port\":80");
        assertThat(there.reversed().reversed()).isEqualTo(there);
    }

    @Test
    void aRangeOfPortsIsOneMatchPerPort() {
        assertThat(of(Map.of("ip-proto", "17", "destination-port", "5000-5003"))).hasSize(4);
    }

    @Test
    void anEmptyPrefixMatchesTheFamilyOnly() {
        assertThat(json(Map.of("source-prefix", "0.0.0.0/0")))
                .isEqualTo("{\"ethernet-match\":{\"ethernet-type\":{\"type\":2048}}}");
    }

    @Test
    void namesOfDescriptorsAreUnderstood() {
        assertThat(
                        json(
                                Map.of(
                                        "eth_type", "ipv4",
                                        "vlan_id", "12",
                                        "eth_src", "AA:BB:CC:00:11:22",
                                        "ip_dscp", "46")))
                .contains("\"vlan-id\":12")
                .contains("aa:bb:cc:00:11:22")
                .contains("\"ip-dscp\":46");
    }

    @ParameterizedTest
    @CsvSource({
        "destination-port, 80, ip-proto 6",
        "url, /index, OpenFlow cannot match url",
        "source-prefix, web.example.org, is not an IP prefix",
        "source-prefix, dead, is not an IP prefix",
        "source-prefix, 10.0.0.0/33, beyond 32",
        "ip-proto, tcp, is not a number",
        "vlan-id, 4095, beyond 4094",
        "source-mac, 1:2, is not an Ethernet address"
    })
    void whatCannotBeMatchedIsNamed(String field, String value, String words) {
        assertThatThrownBy(() -> of(Map.of(field, value)))
                .hasMessageContaining("Classifier rule")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"1-65535, may have 1 to 64", "90-80, may have 1 to 64", "1-, neither a port"})
    void aRangeThatIsTooWideIsRefused(String range, String words) {
        assertThatThrownBy(() -> of(Map.of("ip-proto", "6", "source-port", range)))
                .hasMessageContaining(words);
    }

    @Test
    void twoVersionsOfIpInOneRuleAreRefused() {
        assertThatThrownBy(
                        () ->
                                of(
                                        Map.of(
                                                "source-prefix", "10.0.0.1",
                                                "destination-prefix", "::1")))
                .hasMessageContaining("different IP versions");
    }
}
