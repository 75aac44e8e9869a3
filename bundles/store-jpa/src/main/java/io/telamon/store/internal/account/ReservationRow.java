/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.instance.Quota;
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

    Quota amount() {
        return new Quota(servers, vcpus, memoryMb, networks);
    }

    void take(Quota amount) {
        servers = amount.servers();
        vcpus = amount.vcpus();
        memoryMb = amount.memoryMb();
        networks = amount.networks();
    }

    static Key key(String nsId, String lane) {
        Key key = new Key();
        key.nsId = nsId;
        key.lane = lane;
        return key;
    }

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
