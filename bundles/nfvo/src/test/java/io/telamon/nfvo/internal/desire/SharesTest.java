/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.InterconnectId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.resource.IpProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Clouds of one link never give the same address, whatever link and interconnect look like. */
class SharesTest {
    /** A link with or without range and gateway. */
    record Asked(String cidr, int gateway) {
        VirtualLink link() {
            Optional<Ipv4Range> range = Ipv4Range.parse(cidr);
            Optional<String> address =
                    range.filter(known -> gateway > 0 && gateway < known.size() - 1)
                            .map(known -> known.at(gateway));
            var ip =
                    new io.telamon.model.descriptor.IpProfile(
                            io.telamon.model.descriptor.IpVersion.IPV4,
                            range.map(Ipv4Range::toString),
                            address,
                            List.of(),
                            Optional.empty());
            return new VirtualLink(
                    "data",
                    "data",
                    LinkKind.ELAN,
                    false,
                    Optional.of(ip),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    @Provide
    Arbitrary<Asked> links() {
        return Combinators.combine(
                        Arbitraries.of("", "10.9.0.0/24", "10.9.0.0/28", "172.16.0.0/12"),
                        Arbitraries.integers().between(0, 300))
                .as(Asked::new);
    }

    private static Interconnect over(Interconnect.Kind kind, int sides, int vlans) {
        List<Interconnect.Side> all = new ArrayList<>();
        for (int i = 0; i < sides; i++) {
            String range = kind == Interconnect.Kind.ROUTED ? "10." + (20 + i) + ".0.0/16" : "";
            all.add(new Interconnect.Side(new VimAccountId("vim-" + i), "wan", range));
        }
        return new Interconnect(
                new InterconnectId("wan"),
                new TenantId("t"),
                "wan",
                kind,
                new Interconnect.Segments(100, 99 + vlans, 0),
                all,
                1);
    }

    private static List<String> addresses(IpProfile ip) {
        Ipv4Range range = Ipv4Range.parse(ip.cidr()).orElseThrow();
        List<String> all = new ArrayList<>();
        for (IpProfile.Pool pool : ip.pools()) {
            long first = range.place(pool.first());
            long last = range.place(pool.last());
            assertThat(first).isPositive().isLessThanOrEqualTo(last);
            assertThat(last).isLessThan(range.size() - 1);
            all.add(pool.first());
            all.add(pool.last());
            all.add(range.at((first + last) / 2));
        }
        return all.stream().distinct().toList();
    }

    @Property(tries = 300)
    void sidesOfACommonNetworkShareTheRangeAndNoAddress(
            @ForAll("links") Asked asked,
            @ForAll @IntRange(min = 2, max = 4) int sides,
            @ForAll @IntRange(min = 100, max = 4094) int segment) {
        VirtualLink link = asked.link();
        Interconnect over = over(Interconnect.Kind.PROVIDER_NETWORK, sides, 4000);
        Shares shares = new Shares(link, over, segment);
        Set<String> given = new HashSet<>();
        Set<String> ranges = new HashSet<>();
        for (Interconnect.Side side : over.sides()) {
            IpProfile ip = shares.of(side, side.equals(over.sides().get(0)));
            List<String> mine = addresses(ip);

            assertThat(mine).isNotEmpty().doesNotContain(ip.gateway());
            assertThat(given).doesNotContainAnyElementsOf(mine);
            assertThat(ip.dhcp()).isEqualTo(side.equals(over.sides().get(0)));
            assertThat(shares.of(side, false).pools()).isEqualTo(ip.pools());
            given.addAll(mine);
            ranges.add(ip.cidr());
        }
        assertThat(ranges).hasSize(1);
    }

    @Property(tries = 300)
    void sidesAndVlansOfARoutedOneHaveRangesOfTheirOwnAndKnowTheWay(
            @ForAll @IntRange(min = 2, max = 4) int sides,
            @ForAll @IntRange(min = 1, max = 300) int vlans) {
        Interconnect over = over(Interconnect.Kind.ROUTED, sides, vlans);
        List<Ipv4Range> known = new ArrayList<>();
        for (int segment : new int[] {100, 99 + vlans}) {
            Shares shares = new Shares(VirtualLink.lan("data"), over, segment);
            for (Interconnect.Side side : over.sides()) {
                IpProfile ip = shares.of(side, false);
                Ipv4Range range = Ipv4Range.parse(ip.cidr()).orElseThrow();

                assertThat(Ipv4Range.parse(side.cidr()).orElseThrow().overlaps(range)).isTrue();
                assertThat(ip.gateway()).isEqualTo(range.at(1));
                assertThat(ip.dhcp()).isTrue();
                assertThat(ip.routes())
                        .hasSize(sides - 1)
                        .allSatisfy(
                                way -> {
                                    assertThat(way.via()).isEqualTo(ip.gateway());
                                    Ipv4Range to = Ipv4Range.parse(way.to()).orElseThrow();
                                    assertThat(to.overlaps(range)).isFalse();
                                });
                if (vlans > 1 || segment == 100) {
                    assertThat(known.stream().distinct()).doesNotContain(range);
                }
                known.add(range);
            }
            if (vlans == 1) {
                break;
            }
        }
        for (int i = 0; i < known.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(known.get(i).overlaps(known.get(j))).isFalse();
            }
        }
    }

    @Test
    void rangesAreReadAndWritten() {
        assertThat(Ipv4Range.parse("10.9.0.0/24").map(Ipv4Range::toString)).contains("10.9.0.0/24");
        assertThat(Ipv4Range.parse("255.255.255.255/32")).isPresent();
        assertThat(Ipv4Range.parse("0.0.0.0/0").map(Ipv4Range::size)).contains(1L << 32);
        for (String wrong :
                List.of("", "10.9.0.1/24", "10.9.0.0", "10.9.0.256/32", "10.0.0.0/33")) {
            assertThat(Ipv4Range.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
