/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.resource.IpProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a link's networks on the sides of an interconnect. They depend on side, segment
 * and link alone, so that a cloud that joins or leaves changes nothing on the others. Pure.
 */
final class Shares {
    private static final int SMALLEST_SHARE = 4;

    private final VirtualLink link;
    private final Interconnect over;
    private final int segment;

    Shares(VirtualLink link, Interconnect over, int segment) {
        this.link = link;
        this.over = over;
        this.segment = segment;
    }

    /** The range that the descriptor fixes, empty when it fixes none. */
    static String fixed(VirtualLink link) {
        return link.ipProfile().flatMap(given -> given.cidr()).orElse("");
    }

    /** The range of a link that fixes none; segments have different ones. */
    static Ipv4Range usual(int segment) {
        return Ipv4Range.parse("10." + (128 + segment / 256) + "." + segment % 256 + ".0/24")
                .orElseThrow();
    }

    /** True when a range of this size can be cut for so many sides. */
    static boolean suffices(Ipv4Range range, int sides) {
        return range.size() / sides >= SMALLEST_SHARE;
    }

    /**
     * What one side has.
     *
     * @param first true on the side that has the one DHCP server of a common network
     */
    IpProfile of(Interconnect.Side side, boolean first) {
        return over.kind() == Interconnect.Kind.ROUTED ? routed(side) : common(side, first);
    }

    private boolean dhcp() {
        return link.ipProfile().flatMap(given -> given.dhcp()).map(DhcpRange::enabled).orElse(true);
    }

    private List<String> dns() {
        return link.ipProfile().map(given -> given.dns()).orElse(List.of());
    }

    /** The same range everywhere, an own part of it on each side. */
    private IpProfile common(Interconnect.Side side, boolean first) {
        Ipv4Range range = Ipv4Range.parse(fixed(link)).orElseGet(() -> usual(segment));
        String gateway = link.ipProfile().flatMap(given -> given.gateway()).orElse("");
        return new IpProfile(
                range.toString(),
                gateway.isEmpty() ? IpProfile.NO_GATEWAY : gateway,
                dns(),
                dhcp() && first,
                pools(range, over.sides().indexOf(side), range.place(gateway)),
                List.of());
    }

    /** One part of the range, without its first two addresses, its last one and the gateway's. */
    private List<IpProfile.Pool> pools(Ipv4Range range, int index, long gateway) {
        long share = range.size() / over.sides().size();
        long first = Math.max(index * share, 2);
        long last = Math.min((index + 1) * share - 1, range.size() - 2);
        List<IpProfile.Pool> pools = new ArrayList<>();
        if (gateway < first || gateway > last) {
            pools.add(new IpProfile.Pool(range.at(first), range.at(last)));
            return pools;
        }
        if (gateway > first) {
            pools.add(new IpProfile.Pool(range.at(first), range.at(gateway - 1)));
        }
        if (gateway < last) {
            pools.add(new IpProfile.Pool(range.at(gateway + 1), range.at(last)));
        }
        return pools;
    }

    /** A range of its own for each side and segment; the side's router has its first address. */
    private IpProfile routed(Interconnect.Side side) {
        Ipv4Range range = part(side);
        String router = range.at(1);
        List<IpProfile.Route> routes =
                over.sides().stream()
                        .filter(other -> !other.equals(side))
                        .map(other -> new IpProfile.Route(part(other).toString(), router))
                        .toList();
        return new IpProfile(range.toString(), router, dns(), dhcp(), List.of(), routes);
    }

    private Ipv4Range part(Interconnect.Side side) {
        return part(side, over.segments(), segment - over.segments().first());
    }

    /** The part of a side's range that a segment gets; a range is checked when it is registered. */
    static Ipv4Range part(Interconnect.Side side, Interconnect.Segments segments, int index) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(segments.size() - 1);
        return Ipv4Range.parse(side.cidr()).orElseThrow().part(index, bits);
    }
}
