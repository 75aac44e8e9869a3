/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.InterconnectId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What joins several clouds below their networks: VLANs that reach all of them. A virtual link that
 * spans those clouds takes one VLAN and becomes one network on each cloud.
 *
 * @param id our id
 * @param tenant owning tenant
 * @param name unique within the tenant
 * @param kind how the clouds are joined
 * @param segments the VLANs that may be taken
 * @param sides the clouds, in the order in which they get their share of addresses
 * @param version optimistic lock, raised by the store
 */
public record Interconnect(
        InterconnectId id,
        TenantId tenant,
        String name,
        Kind kind,
        Segments segments,
        List<Side> sides,
        long version) {
    /** Copies the list. */
    public Interconnect {
        sides = List.copyOf(sides);
    }

    /** How the clouds are joined. */
    public enum Kind {
        /** The same VLAN on all sides is one layer-2 network. */
        PROVIDER_NETWORK("provider-network"),
        /** A VLAN ends at a router on each side; each side has addresses of its own. */
        ROUTED("routed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that people write. */
        public String word() {
            return word;
        }

        /** The kind of this word; empty for any other. */
        public static Optional<Kind> of(String word) {
            return List.of(values()).stream().filter(kind -> kind.word.equals(word)).findFirst();
        }
    }

    /**
     * The VLANs of an interconnect, the same on all sides.
     *
     * @param first lowest id
     * @param last highest id
     * @param mtu largest packet that all sides carry; 0 for what each cloud takes by itself
     */
    public record Segments(int first, int last, int mtu) {
        /** Number of VLANs. */
        public int size() {
            return last - first + 1;
        }
    }

    /**
     * One cloud that it reaches.
     *
     * @param vim account of the cloud
     * @param physicalNetwork how the cloud calls the wire that carries the VLANs
     * @param cidr addresses of this side, of which each VLAN gets a part; empty unless routed
     */
    public record Side(VimAccountId vim, String physicalNetwork, String cidr) {}

    /** The side of a cloud; empty when it does not reach that. */
    public Optional<Side> side(VimAccountId vim) {
        return sides.stream().filter(side -> side.vim().equals(vim)).findFirst();
    }

    /** True when it reaches all of these clouds. */
    public boolean joins(Collection<VimAccountId> vims) {
        return vims.stream().allMatch(vim -> side(vim).isPresent());
    }

    /** The same interconnect at another version. */
    public Interconnect withVersion(long next) {
        return new Interconnect(id, tenant, name, kind, segments, sides, next);
    }
}
