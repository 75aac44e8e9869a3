/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private final StringBuilder out = new StringBuilder();
    private final Recorder recorder = new Recorder(out);

    @Test
    void writesOneLineOfSixColumnsPerGoodAnswer() {
        recorder.good(1.11078, new Recorder.Good(0.109332, 0.109332, 0.1, 3, "h:1", "f", 2));
        recorder.good(2, new Recorder.Good(0.2, 0.05, 0.05, 0, "h:2", "f-g", 4));

        assertThat(out).hasToString("1.11078 0.109332 3 h:1 f 2\n2 0.05 0 h:2 f-g 4\n");
        assertThat(recorder.summary()).contains("latency 0.154666 +- ", "2 requests, 0 failed");
    }

    @Test
    void countsErrorsByReason() {
        recorder.failed("UNAVAILABLE");
        recorder.failed("UNAVAILABLE");
        recorder.failed("retcode no");
        recorder.dropped();

        assertThat(recorder.summary())
                .contains(
                        "3 requests, 3 failed", "1 left out", "2 x UNAVAILABLE", "1 x retcode no");
        assertThat(recorder.exitCode()).isEqualTo(1);
    }

    @Test
    void keepsTheListOfReasonsShort() {
        for (int i = 0; i < 100; i++) {
            recorder.failed("reason " + i);
        }

        assertThat(recorder.summary()).contains("80 x other reasons");
    }

    @Test
    void oneGoodAnswerIsSuccess() {
        assertThat(recorder.exitCode()).as("nothing was sent").isZero();

        recorder.failed("UNAVAILABLE");
        recorder.good(1, new Recorder.Good(1, 1, 1, 0, "h:1", "f", 1));

        assertThat(recorder.exitCode()).isZero();
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaid() {
        Recorder broken =
                new Recorder(
                        new Writer() {
                            @Override
                            public void write(char[] text, int from, int length)
                                    throws IOException {
                                throw new IOException("disk full");
                            }

                            @Override
                            public void flush() {}

                            @Override
                            public void close() {}
                        });

        broken.good(1, new Recorder.Good(1, 1, 1, 0, "h:1", "f", 1));

        assertThatThrownBy(broken::check).hasMessageContaining("disk full");
    }

    @Test
    void secondsArePlain() {
        assertThat(Text.seconds(0.0000004)).isEqualTo("0");
        assertThat(Text.seconds(0.00001)).isEqualTo("0.00001");
        assertThat(Text.seconds(1234567.891)).isEqualTo("1234567.891");
        assertThat(Text.seconds(100)).isEqualTo("100");
    }
}
