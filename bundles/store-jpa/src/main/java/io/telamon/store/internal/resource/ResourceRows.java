/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.resource;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class ResourceRows {
    /** All row classes. */
    public static final List<Class<?>> ALL = List.of(ResourceRow.class, ClaimRow.class);

    private ResourceRows() {}
}
