/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class AccountRows {
    /** All row classes. */
    public static final List<Class<?>> ALL =
            List.of(
                    AccountRow.class,
                    InventoryRow.class,
                    ReservationRow.class,
                    InterconnectRow.class,
                    SegmentRow.class);

    private AccountRows() {}
}
