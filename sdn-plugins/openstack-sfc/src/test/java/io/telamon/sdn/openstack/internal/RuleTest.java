/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classifiers of descriptors become what neutron can match, or a refusal that says why. */
class RuleTest {
    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static ChainSpec.Classifier wish(String... match) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < match.length; i += 2) {
            fields.put(match[i], match[i + 1]);
        }
        return new ChainSpec.Classifier("web", Value.of("p0"), fields);
    }

    private static ChainSpec chain(ChainSpec.Classifier... wishes) {
        return new ChainSpec("c", List.of(), List.of(wishes), false);
    }

    @Test
    void everyFieldHasItsPlace() {
        Rule rule =
                Rule.of(
                        wish(
                                "ip-proto", "17",
                                "source-prefix", "10.1.0.0/16",
                                "destination-prefix", "10.10.0.5/24",
                                "source-port", "1024-65535",
                                "destination-port", "53"));

        assertThat(rule.draft().toString())
                .contains("\"name\":\"web\"")
                .contains("\"logical_source_port\":\"p0\"")
                .contains("\"protocol\":\"udp\"")
                .contains("\"ethertype\":\"IPv4\"")
                .contains("\"source_ip_prefix\":\"10.1.0.0/16\"")
                .contains("\"destination_ip_prefix\":\"10.10.0.0/24\"")
                .contains("\"source_port_range_min\":\"1024\"")
                .contains("\"source_port_range_max\":\"65535\"")
                .contains("\"destination_port_range_min\":\"53\"")
                .contains("\"destination_port_range_max\":\"53\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ip-proto, 47, 'icmp, tcp, udp'",
        "source-prefix, example.org, not a network",
        "source-prefix, 10.0.0.0/33, not a network",
        "destination-port, 80:90, not a port",
        "vlan_id, 7, no such field",
        "eth_type, arp, IPv4"
    })
    void whatCannotBeMatchedIsRefusedByName(String key, String value, String why) {
        assertThatThrownBy(() -> Rule.of(wish(key, value)))
                .hasMessageContaining("web")
                .hasMessageContaining(key)
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.VIM_REJECTED));
    }

    @Test
    void twoFamiliesInOneRuleAreRefused() {
        assertThatThrownBy(
                        () ->
                                Rule.of(
                                        wish(
                                                "source-prefix",
                                                "10.0.0.0/8",
                                                "destination-prefix",
                                                "fd00::/8")))
                .hasMessageContaining("IPv4");
    }

    @Test
    void portsWithoutProtocolAreThoseOfBoth() {
        List<Rule> rules = Classifiers.read(chain(wish("destination-port", "53")));

        assertThat(rules).extracting(Rule::name).containsExactly("web-tcp", "web-udp");
    }

    @Test
    void twoClassifiersOfOneNameAreRefused() {
        assertThatThrownBy(() -> Classifiers.read(chain(wish(), wish())))
                .hasMessageContaining("two classifiers of the name web");
    }

    @Test
    void aClassifierIsKnownAgain() throws IOException {
        Rule rule =
                Rule.of(wish("destination-port", "80", "ip-proto", "6")).with("ethertype", "IPv4");
        String form =
                "{'name':'web','ethertype':'IPv4','protocol':'tcp','logical_source_port':'p0',"
                        + "'destination_port_range_min':80,'destination_port_range_max':%s,"
                        + "'source_ip_prefix':null}";

        assertThat(rule.isLike(json(form.formatted("80")))).isTrue();
        assertThat(rule.isLike(json(form.formatted("81")))).isFalse();
    }

    @Test
    void aGuardedPortNarrowsARuleToItsAddresses() throws IOException {
        JsonNode port =
                json(
                        "{'port_security_enabled':true,'allowed_address_pairs':[],'fixed_ips':"
                                + "[{'ip_address':'10.0.0.7'},{'ip_address':'fd00::7'}]}");

        List<Rule> any = Classifiers.narrowed(Rule.of(wish("ip-proto", "6")), port);
        List<Rule> inside =
                Classifiers.narrowed(Rule.of(wish("source-prefix", "10.0.0.0/24")), port);
        List<Rule> outside =
                Classifiers.narrowed(Rule.of(wish("source-prefix", "10.9.0.0/24")), port);

        assertThat(any)
                .extracting(rule -> rule.fields().get("source_ip_prefix"))
                .containsExactly("10.0.0.7/32", "fd00:0:0:0:0:0:0:7/128");
        assertThat(any).extracting(Rule::name).containsExactly("web-1", "web-2");
        assertThat(inside)
                .extracting(rule -> rule.fields().get("source_ip_prefix"))
                .containsExactly("10.0.0.7/32");
        assertThat(outside)
                .extracting(rule -> rule.fields().get("source_ip_prefix"))
                .containsExactly("10.9.0.0/24");
    }

    @Test
    void aPortThatForwardsIsNotNarrowed() throws IOException {
        JsonNode open =
                json("{'port_security_enabled':false,'fixed_ips':[{'ip_address':'10.0.0.7'}]}");
        JsonNode more =
                json(
                        "{'port_security_enabled':true,'allowed_address_pairs':[{'ip_address':'10.0.0.0/8'}],"
                                + "'fixed_ips':[{'ip_address':'10.0.0.7'}]}");

        assertThat(Classifiers.narrowed(Rule.of(wish()), open))
                .allSatisfy(rule -> assertThat(rule.get(Rule.SOURCE)).isEmpty());
        assertThat(Classifiers.narrowed(Rule.of(wish()), more))
                .allSatisfy(rule -> assertThat(rule.get(Rule.SOURCE)).isEmpty());
    }
}
