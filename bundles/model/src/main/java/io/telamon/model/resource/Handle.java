/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * The id that a cloud gave a thing; opaque to everybody but the plug-in.
 *
 * @param value the cloud's id
 */
public record Handle(String value) {
    @Override
    public String toString() {
        return value;
    }
}
