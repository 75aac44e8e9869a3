/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.resource;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.Claim;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A claim on a shared thing as a row. */
@Entity
@Table(name = "claim")
@IdClass(ClaimRow.Key.class)
class ClaimRow {
    @Id String lane;
    @Id String sharedKey;
    @Id String nsId;

    static ClaimRow of(Claim claim) {
        ClaimRow row = new ClaimRow();
        row.lane = claim.lane().toString();
        row.sharedKey = claim.sharedKey();
        row.nsId = claim.instance().value();
        return row;
    }

    Claim toModel() {
        return new Claim(LaneId.parse(lane), sharedKey, new NsInstanceId(nsId));
    }

    Key key() {
        Key key = new Key();
        key.lane = lane;
        key.sharedKey = sharedKey;
        key.nsId = nsId;
        return key;
    }

    /** Primary key. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String lane;
        String sharedKey;
        String nsId;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(lane, key.lane)
                    && Objects.equals(sharedKey, key.sharedKey)
                    && Objects.equals(nsId, key.nsId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(lane, sharedKey, nsId);
        }
    }
}
