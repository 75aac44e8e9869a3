/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * A tenant (a project): the owner of catalogs, accounts and instances.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record TenantId(String value) {
    /** Refuses an empty id. */
    public TenantId {
        Ids.check(value);
    }

    /** A new random id. */
    public static TenantId create() {
        return new TenantId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
