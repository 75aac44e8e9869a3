/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.security;

import io.telamon.model.TenantId;
import io.telamon.model.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A person or program that signs in.
 *
 * @param id our id
 * @param name unique sign-in name
 * @param passwordHash as the hashing library writes it
 * @param roles roles by tenant
 * @param lock failed sign-ins in a row and until when it is locked
 * @param version optimistic lock, raised by the store
 */
public record User(
        UserId id,
        String name,
        String passwordHash,
        Map<TenantId, Set<Role>> roles,
        Lock lock,
        long version) {
    /** Copies the map. */
    public User {
        roles = Map.copyOf(roles);
    }

    /**
     * Protection against guessing.
     *
     * @param failures failed sign-ins in a row
     * @param until locked until then, null when not locked
     */
    public record Lock(int failures, Instant until) {
        /** Not locked. */
        public static Lock open() {
            return new Lock(0, null);
        }
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
