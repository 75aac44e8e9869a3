/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** An end-point is what was written, or is refused. */
class EndPointTest {
    @Test
    void anEndPointIsWhatWasWritten() {
        assertThat(EndPoint.parse("edge-1:6473")).isEqualTo(new EndPoint("edge-1", 6473));
        assertThat(EndPoint.parse("edge-1:6473")).hasToString("edge-1:6473");
        assertThat(EndPoint.parse("[::1]:6473").bareHost()).isEqualTo("::1");
        assertThat(EndPoint.parse("[::1]:6473")).hasToString("[::1]:6473");
    }

    @Test
    void whatIsNoEndPointIsRefused() {
        for (String text : new String[] {"", "host", ":1", "host:", "host:x", "::1:5", "h:70000"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> EndPoint.parse(text));
        }
    }
}
