/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.security;

/**
 * A right in the form {@code area:verb}. Built-in roles are sets of these; facades check them.
 *
 * @param area catalog, ns, op, vim, sdn, ro, tenant, user, system
 * @param verb read, write, operate, admin
 */
public record Permission(String area, String verb) {
    /** Parses {@code area:verb}. */
    public static Permission of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A permission looks like area:verb, not " + text);
        }
        return new Permission(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return area + ":" + verb;
    }
}
