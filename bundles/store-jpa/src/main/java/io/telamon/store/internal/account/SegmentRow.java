/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.SegmentClaim;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A segment that a link has taken. */
@Entity
@Table(name = "segment_claim")
@IdClass(SegmentRow.Key.class)
class SegmentRow {
    @Id String interconnectId;
    @Id int segment;
    String nsId;
    String link;

    static SegmentRow of(SegmentClaim claim) {
        SegmentRow row = new SegmentRow();
        row.interconnectId = claim.interconnect().value();
        row.segment = claim.segment();
        row.nsId = claim.instance().value();
        row.link = claim.link();
        return row;
    }

    SegmentClaim toModel() {
        return new SegmentClaim(
                new InterconnectId(interconnectId), segment, new NsInstanceId(nsId), link);
    }

    Key key() {
        Key key = new Key();
        key.interconnectId = interconnectId;
        key.segment = segment;
        return key;
    }

    /** Primary key. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String interconnectId;
        int segment;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(interconnectId, key.interconnectId)
                    && segment == key.segment;
        }

        @Override
        public int hashCode() {
            return Objects.hash(interconnectId, segment);
        }
    }
}
