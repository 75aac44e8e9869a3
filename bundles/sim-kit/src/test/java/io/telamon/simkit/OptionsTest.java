/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The command line is read or refused by name. */
class OptionsTest {
    private static Options parse(String... arguments) {
        return Options.parse(arguments, 0, Set.of("port", "fault"), Set.of("quiet"));
    }

    @Test
    void valuesFlagsAndRepetitionsAreKept() {
        Options options = parse("--port", "1", "--quiet", "--fault", "a", "--fault", "b");

        assertThat(options.number("port", 0)).isEqualTo(1);
        assertThat(options.has("quiet")).isTrue();
        assertThat(options.all("fault")).containsExactly("a", "b");
        assertThat(options.text("absent", "x")).isEqualTo("x");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> parse("--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> parse("--port")).hasMessageContaining("--port");
    }
}
