/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What an instance holds on an account. */
@Entity
@Table(name = "reservation")
@IdClass(ReservationRow.Key.class)
class ReservationRow {
    @Id String nsId;
    @Id String lane;

    @Column(updatable = false)
    String tenantId;

    long servers;
    long vcpus;
    long memoryMb;
    long networks;

    /** Primary key. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String nsId;
        String lane;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(nsId, key.nsId)
                    && Objects.equals(lane, key.lane);
        }

        @Override
        public int hashCode() {
            return Objects.hash(nsId, lane);
        }
    }
}
