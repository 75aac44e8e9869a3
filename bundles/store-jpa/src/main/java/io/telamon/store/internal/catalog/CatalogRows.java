/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.catalog;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class CatalogRows {
    /** All row classes. */
    public static final List<Class<?>> ALL = List.of(CatalogEntryRow.class, DocumentRow.class);

    private CatalogRows() {}
}
