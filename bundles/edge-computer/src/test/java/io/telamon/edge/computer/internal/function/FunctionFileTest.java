/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionFileTest {
    private static final FileFunctions.Defaults DEFAULTS =
            new FileFunctions.Defaults(new PooledRunner.Limits(100, Duration.ofSeconds(60)), 5000);
    private static final String FILE =
            """
            {"version": "1.0", "functions": [
              {"name": "count", "type": "process", "command": ["/bin/wc", "-c"], "mode": "raw",
               "workers": 2, "timeout-millis": 500, "max-output": 100,
               "environment": {"LANG": "C"}},
              {"name": "remote", "type": "http", "url": "http://localhost/f", "waiting": 7}
            ]}
            """;

    @Test
    void bothKindsAreReadWithTheirLimits() {
        List<FunctionFile.Entry> entries = FunctionFile.parse(FILE, DEFAULTS);

        FunctionFile.Entry.Executable count = (FunctionFile.Entry.Executable) entries.get(0);
        assertThat(count.offer()).isEqualTo(new Offer("count", "count", "count", 2));
        assertThat(count.limits()).isEqualTo(new PooledRunner.Limits(100, Duration.ofMillis(500)));
        assertThat(count.command().words()).containsExactly("/bin/wc", "-c");
        assertThat(count.command().mode()).isEqualTo(ProcessFunction.Mode.RAW);
        assertThat(count.command().maxOutput()).isEqualTo(100);
        FunctionFile.Entry remote = entries.get(1);
        assertThat(remote.offer().workers()).isEqualTo(4);
        assertThat(remote.limits().waiting()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.0; 2.0; version must be 1.0",
                "\"process\"; \"magic\"; type must be process or http",
                "\"raw\"; \"odd\"; mode must be raw, json or lines",
                "\"command\"; \"comand\"; has an unknown key comand",
                "\"waiting\": 7; \"waiting\": -1; waiting must be a whole number",
                "\"waiting\"; \"weighting\"; Function remote has an unknown key weighting",
                "\"name\": \"count\",; ; A function needs the text name"
            })
    void aMistakeIsNamed(String right, String wrong, String message) {
        String text = FILE.replace(right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> FunctionFile.parse(text, DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void lengthsAreThoseOfUtf8() {
        for (String text : List.of("", "abc", "grüße", "日本", "😀x", "a😀é")) {
            assertThat(Texts.length(text))
                    .isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        }
        assertThat(Texts.brief("\ud800")).isEqualTo("?");
    }
}
