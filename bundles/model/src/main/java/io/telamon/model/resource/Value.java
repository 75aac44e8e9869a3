/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * A text that is known now or born at run time. A reference names another resource of the same
 * instance and one of its attributes; it is resolved when the task is dispatched and recorded then.
 *
 * @param literal the text, empty when this is a reference
 * @param resource key of the resource referred to, empty when this is a literal
 * @param attribute attribute of that resource; {@link #HANDLE} is its id on the cloud
 */
public record Value(String literal, String resource, String attribute) {
    /** Attribute name for the id that the cloud gave. */
    public static final String HANDLE = "handle";

    /** A text known now. */
    public static Value of(String literal) {
        return new Value(literal, "", "");
    }

    /** The cloud's id of another resource. */
    public static Value ref(String resource) {
        return new Value("", resource, HANDLE);
    }

    /** An attribute of another resource, for instance {@code port/eth0}. */
    public static Value ref(String resource, String attribute) {
        return new Value("", resource, attribute);
    }

    /** True while the text is not known. */
    public boolean isReference() {
        return !resource.isEmpty();
    }

    /** The text; {@link IllegalStateException} on a reference that nobody resolved. */
    public String text() {
        if (isReference()) {
            throw new IllegalStateException(
                    "Unresolved reference to " + resource + "." + attribute);
        }
        return literal;
    }
}
