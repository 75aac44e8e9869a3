/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.ns;

import io.telamon.model.LaneId;
import io.telamon.model.PackageId;
import io.telamon.model.instance.NsInstance;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Says that an instance uses a package or is placed on a lane, so that it is found by them. */
@Entity
@Table(name = "ns_use")
@IdClass(NsUseRow.Key.class)
class NsUseRow {
    @Id String nsId;
    @Id String target;

    static NsUseRow of(String nsId, String target) {
        NsUseRow row = new NsUseRow();
        row.nsId = nsId;
        row.target = target;
        return row;
    }

    static String target(PackageId id) {
        return "package:" + id.value();
    }

    static String target(LaneId lane) {
        return lane.toString();
    }

    /** Everything that an instance refers to. */
    static Set<String> targets(NsInstance instance) {
        Set<String> targets = new HashSet<>();
        targets.add(target(instance.nsd()));
        instance.topology()
                .vnfs()
                .forEach(
                        vnf -> {
                            if (vnf.vnfPackage() != null) {
                                targets.add(target(vnf.vnfPackage()));
                            }
                            if (vnf.vim() != null) {
                                targets.add(target(LaneId.of(vnf.vim())));
                            }
                        });
        return targets;
    }

    /** Primary key. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String nsId;
        String target;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(nsId, key.nsId)
                    && Objects.equals(target, key.target);
        }

        @Override
        public int hashCode() {
            return Objects.hash(nsId, target);
        }
    }
}
