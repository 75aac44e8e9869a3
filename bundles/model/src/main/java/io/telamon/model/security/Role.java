/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The built-in roles and what each may do; other roles can be added later as data. */
public enum Role {
    /** Everything, in every tenant. */
    SYSTEM_ADMIN(
            "catalog:read catalog:write ns:read ns:operate op:read op:operate vim:read vim:write"
                    + " sdn:read sdn:write ro:read ro:operate edge:read edge:call tenant:read"
                    + " tenant:write user:read user:write system:read system:admin"),
    /** Everything inside one tenant. */
    PROJECT_ADMIN(
            "catalog:read catalog:write ns:read ns:operate op:read op:operate vim:read vim:write"
                    + " sdn:read sdn:write ro:read ro:operate edge:read edge:call tenant:read"
                    + " user:read user:write"),
    /** Uses catalogs and runs services inside one tenant. */
    PROJECT_USER(
            "catalog:read catalog:write ns:read ns:operate op:read op:operate vim:read sdn:read"
                    + " ro:read edge:read edge:call tenant:read"),
    /** Looks only. */
    VIEWER("catalog:read ns:read op:read vim:read sdn:read ro:read edge:read tenant:read");

    private final Set<Permission> permissions;

    Role(String permissions) {
        this.permissions =
                Arrays.stream(permissions.split(" "))
                        .map(Permission::of)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** What the role may do. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Name in configuration, JAAS and REST: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this {@link #key}; empty for unknown names. */
    public static Optional<Role> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
