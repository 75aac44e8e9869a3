/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.instance.Interconnect;
import io.telamon.nfvo.internal.desire.Ipv4Range;
import io.telamon.northbound.api.InterconnectDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an interconnect must be like to work. Pure. */
final class InterconnectRules {
    private static final int NAME_LIMIT = 64;
    private static final int LAST_VLAN = 4094;
    private static final int LEAST_MTU = 576;
    private static final int MOST_MTU = 9216;
    private static final int LONGEST_PREFIX = 29;

    private InterconnectRules() {}

    static Interconnect.Kind kind(InterconnectDraft draft) {
        return Interconnect.Kind.of(draft.kind())
                .orElseThrow(() -> wrong("kind", "provider-network or routed", draft.kind()));
    }

    static void check(InterconnectDraft draft) {
        int length = draft.name().length();
        require(!draft.name().isBlank() && length <= NAME_LIMIT, "name", "1 to 64 characters", "");
        require(
                draft.firstVlan() >= 1
                        && draft.firstVlan() <= draft.lastVlan()
                        && draft.lastVlan() <= LAST_VLAN,
                "The range of VLANs",
                "within 1 to 4094, the lower end first",
                draft.firstVlan() + " to " + draft.lastVlan());
        require(
                draft.mtu() == 0 || draft.mtu() >= LEAST_MTU && draft.mtu() <= MOST_MTU,
                "mtu",
                "576 to 9216, or 0 for the clouds' own",
                Integer.toString(draft.mtu()));
        require(draft.sides().size() >= 2, "sides", "at least two", "" + draft.sides().size());
        for (InterconnectDraft.Side side : draft.sides()) {
            require(
                    !side.physicalNetwork().isBlank(),
                    "The physical network of " + side.account(),
                    "the cloud's name of the wire",
                    "");
        }
        ranges(draft);
    }

    private static void ranges(InterconnectDraft draft) {
        boolean routed = kind(draft) == Interconnect.Kind.ROUTED;
        int vlans = draft.lastVlan() - draft.firstVlan() + 1;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(vlans - 1);
        List<Ipv4Range> known = new ArrayList<>();
        for (InterconnectDraft.Side side : draft.sides()) {
            if (!routed) {
                require(
                        side.cidr().isEmpty(),
                        "The addresses of " + side.account(),
                        "left out: only a routed interconnect has addresses of its sides",
                        side.cidr());
                continue;
            }
            Ipv4Range range =
                    Ipv4Range.parse(side.cidr())
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    "The addresses of " + side.account(),
                                                    "an IPv4 range such as 10.20.0.0/16",
                                                    side.cidr()));
            require(
                    range.prefix() + bits <= LONGEST_PREFIX,
                    "The addresses of " + side.account(),
                    "enough for %d VLANs with 8 each".formatted(vlans),
                    side.cidr());
            Optional<Ipv4Range> other = known.stream().filter(range::overlaps).findFirst();
            require(
                    other.isEmpty(),
                    "The addresses of " + side.account(),
                    "others than those of the other sides",
                    side.cidr());
            known.add(range);
        }
    }

    /** Refuses VLANs of a wire that belong to another interconnect. */
    static void checkFree(Interconnect wish, List<Interconnect> known) {
        for (Interconnect other : known) {
            boolean apart =
                    other.segments().last() < wish.segments().first()
                            || wish.segments().last() < other.segments().first();
            boolean meets =
                    other.sides().stream()
                            .anyMatch(
                                    side ->
                                            wish.side(side.vim())
                                                    .filter(mine -> isSameWire(mine, side))
                                                    .isPresent());
            if (!apart && meets) {
                throw new TelamonException(
                        ErrorCode.ALREADY_EXISTS,
                        "VLANs %d to %d of the same physical network belong to interconnect %s",
                        other.segments().first(),
                        other.segments().last(),
                        other.name());
            }
        }
    }

    private static boolean isSameWire(Interconnect.Side one, Interconnect.Side other) {
        return one.physicalNetwork().equals(other.physicalNetwork());
    }

    private static void require(boolean good, String field, String form, String seen) {
        if (!good) {
            throw wrong(field, form, seen);
        }
    }

    private static TelamonException wrong(String field, String form, String seen) {
        return new TelamonException(
                ErrorCode.INVALID_ARGUMENT,
                "%s must be %s%s",
                field,
                form,
                seen.isEmpty() ? "" : ", not " + seen);
    }
}
