/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.identity;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class IdentityRows {
    /** All row classes. */
    public static final List<Class<?>> ALL =
            List.of(TenantRow.class, UserRow.class, TokenRow.class);

    private IdentityRows() {}
}
