/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.time.Duration;
import java.util.Objects;

/**
 * What a call of a function gave.
 *
 * @param retcode {@code OK}, else what is wrong
 * @param output text that the function gave
 * @param bytes how many bytes it gave besides
 * @param responder end-point of the computer that answered; empty when none did
 * @param work milliseconds that the function took, as the computer says
 * @param hops brokers that passed the request on
 * @param took from the call to the answer
 */
public record EdgeAnswer(
        String retcode,
        String output,
        int bytes,
        String responder,
        int work,
        int hops,
        Duration took) {
    /** Nothing may be missing. */
    public EdgeAnswer {
        Objects.requireNonNull(retcode);
        Objects.requireNonNull(output);
        Objects.requireNonNull(responder);
        Objects.requireNonNull(took);
    }
}
