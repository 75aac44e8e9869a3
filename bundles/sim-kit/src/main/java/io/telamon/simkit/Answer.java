/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/**
 * What a simulated cloud says to one call.
 *
 * @param status HTTP status
 * @param body text of the answer, usually JSON, empty when there is none
 */
public record Answer(int status, String body) {
    /** An answer with a value as JSON. */
    public static Answer of(int status, Object value) {
        return new Answer(status, Json.write(value));
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, "");
    }

    /** True for 2xx. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
