/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.ns;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class NsRows {
    /** All row classes. */
    public static final List<Class<?>> ALL =
            List.of(NsInstanceRow.class, NsUseRow.class, OperationRow.class);

    private NsRows() {}
}
