/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.simkit.Answer;
import io.telamon.simkit.CallFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer of a cloud has one code here. */
class VimFaultsTest {
    @ParameterizedTest
    @CsvSource({
        "400, no, VIM_REJECTED",
        "401, no, VIM_AUTH",
        "403, no, VIM_AUTH",
        "403, Quota exceeded for cores, VIM_QUOTA",
        "404, no, VIM_NOT_FOUND",
        "409, in use, VIM_REJECTED",
        "409, quota, VIM_QUOTA",
        "413, too much, VIM_QUOTA",
        "429, slow down, VIM_THROTTLED",
        "500, oops, VIM_UNAVAILABLE",
        "501, never, UNSUPPORTED",
        "503, later, VIM_UNAVAILABLE",
        "302, elsewhere, VIM_UNEXPECTED"
    })
    void aStatusHasItsCode(int status, String body, ErrorCode code) {
        TelamonException fault = VimFaults.of("Create server web", new Answer(status, body));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault).hasMessageContaining("Create server web").hasMessageContaining(body);
    }

    @ParameterizedTest
    @CsvSource({
        "ENDPOINT, VIM_REJECTED",
        "REFUSED, VIM_UNAVAILABLE",
        "BROKEN, VIM_UNAVAILABLE",
        "TIMEOUT, VIM_TIMEOUT",
        "INTERRUPTED, VIM_TIMEOUT",
        "GARBAGE, VIM_UNEXPECTED"
    })
    void aCallWithoutAnAnswerHasItsCodeAndKeepsTheCause(CallFailed.Kind kind, ErrorCode code) {
        CallFailed cause = new CallFailed(kind, "why", null);

        TelamonException fault = VimFaults.of("Probe", cause);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault).hasCause(cause).hasMessage("Probe: why");
    }

    @Test
    void aPercentSignInAnAnswerIsJustAPercentSign() {
        assertThat(VimFaults.of("Create", new Answer(400, "100%d %s")))
                .hasMessageContaining("100%d %s");
    }
}
