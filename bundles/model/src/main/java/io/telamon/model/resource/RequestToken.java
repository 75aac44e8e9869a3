/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * Marks one wish for one thing. It is stored with the task before the first call and travels to the
 * cloud in a tag, label or name, so that after a crash the thing can be found instead of made
 * twice.
 *
 * @param value short text that is safe in names and labels
 */
public record RequestToken(String value) {
    @Override
    public String toString() {
        return value;
    }
}
