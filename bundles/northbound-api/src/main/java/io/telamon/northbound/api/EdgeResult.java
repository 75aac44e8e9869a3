/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.time.Duration;

/**
 * What a call of a function gave.
 *
 * @param result {@code OK}, else what is wrong, in the words of the edge
 * @param output text that the function gave
 * @param bytes how many bytes it gave besides
 * @param computer end-point of the computer that answered; empty when none did
 * @param broker end-point of the broker that was asked
 * @param work time in the function, as the computer says
 * @param took time until the answer
 */
public record EdgeResult(
        String result,
        String output,
        int bytes,
        String computer,
        String broker,
        Duration work,
        Duration took) {
    /** True when the function did its work. */
    public boolean ok() {
        return result.equals("OK");
    }
}
