/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.CallFailed;
import io.telamon.http.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer of a cloud has one code here. */
class FaultsTest {
    private static TelamonException fault(int status, String body, Map<String, String> headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Answer answer = new Answer(new Incoming(status, "", headers, bytes));
        return Faults.of("Create server web", status, body, answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Flavor could not be found | VIM_REJECTED",
                "401 | The request you have made requires authentication. | VIM_AUTH",
                "403 | Policy doesn't allow it | VIM_AUTH",
                "403 | Quota exceeded for instances: Requested 1, but already used 10 | VIM_QUOTA",
                "404 | No such network | VIM_NOT_FOUND",
                "409 | There are one or more ports still in use | VIM_REJECTED",
                "409 | Quota exceeded for resources: ['port']. | VIM_QUOTA",
                "409 | Cannot 'start' instance while it is in task_state powering-off | VIM_UNAVAILABLE",
                "413 | Denying attempt to upload image | VIM_QUOTA",
                "429 | slow down | VIM_THROTTLED",
                "500 | Unexpected API Error | VIM_UNAVAILABLE",
                "501 | never | UNSUPPORTED",
                "503 | later | VIM_UNAVAILABLE",
                "504 | lost | VIM_UNAVAILABLE",
                "302 | elsewhere | VIM_UNEXPECTED"
            })
    void aStatusHasItsCode(int status, String body, ErrorCode code) {
        TelamonException fault = fault(status, body, Map.of());

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault).hasMessageContaining("Create server web").hasMessageContaining(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"badRequest\": {\"code\": 400, \"message\": \"Nova says no\"}} | Nova says no",
                "{\"NeutronError\": {\"type\": \"X\", \"message\": \"Neutron says no\"}} | Neutron says no",
                "{\"error\": {\"code\": 401, \"message\": \"Keystone says no\"}} | Keystone says no",
                "<html><head><title>x</title></head><body><h1>400</h1>Glance says no</body></html> | 400 Glance says no",
                "{\"odd\": 1} | {\"odd\": 1}"
            })
    void theMessageIsTheCloudsOwnWithoutItsWrapping(String body, String words) {
        TelamonException fault = fault(400, body, Map.of());

        assertThat(fault).hasMessage("Create server web: the cloud answered 400: " + words);
    }

    @Test
    void requestIdAndTimeToWaitAreTold() {
        Map<String, String> headers =
                Map.of("X-OpenStack-Request-ID", "req-4711", "retry-after", "7");

        TelamonException fault = fault(429, "slow down", headers);

        assertThat(fault)
                .hasMessageEndingWith("slow down (to be tried again after 7 s) [req-4711]");
        assertThat(fault.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theTimeToWaitMayBeADateOrNonsense() {
        String then =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(60).atZone(ZoneOffset.UTC));

        assertThat(fault(503, "later", Map.of("Retry-After", then)).pause())
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(fault(503, "later", Map.of("Retry-After", "soon")).pause()).isZero();
        assertThat(fault(503, "later", Map.of()).pause()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, VIM_REJECTED",
        "CONTENT, VIM_REJECTED",
        "TLS, VIM_REJECTED",
        "REFUSED, VIM_UNAVAILABLE",
        "BROKEN, VIM_UNAVAILABLE",
        "CLOSED, VIM_UNAVAILABLE",
        "TIMEOUT, VIM_TIMEOUT",
        "INTERRUPTED, VIM_TIMEOUT",
        "GARBAGE, VIM_UNEXPECTED"
    })
    void aCallWithoutAnAnswerHasItsCode(CallFailed.Kind kind, ErrorCode code) {
        TelamonException fault = Faults.of("Probe", new CallFailed(kind, "why", null), "why");

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault).hasMessage("Probe: why");
    }

    @Test
    void aPercentSignInAnAnswerIsJustAPercentSign() {
        assertThat(fault(400, "100%d %s", Map.of())).hasMessageContaining("100%d %s");
    }

    @Test
    void garbageIsCut() {
        assertThat(Faults.garbage("List", "x".repeat(9_000)).getMessage().length())
                .isBetween(2048, 2048 + 100);
    }
}
