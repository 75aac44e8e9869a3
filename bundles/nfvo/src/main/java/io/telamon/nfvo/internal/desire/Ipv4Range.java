/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses. Pure.
 *
 * @param base its first address as a number
 * @param prefix length of the prefix in bits
 */
public record Ipv4Range(long base, int prefix) {
    private static final int BITS = 32;
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /** Reads {@code address/prefix}; empty when it is none or the address is not its first. */
    public static Optional<Ipv4Range> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long base = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(parts.group(i));
            if (octet > 255) {
                return Optional.empty();
            }
            base = base << 8 | octet;
        }
        int prefix = Integer.parseInt(parts.group(5));
        Ipv4Range range = new Ipv4Range(base, prefix);
        return prefix > BITS || base % range.size() != 0 ? Optional.empty() : Optional.of(range);
    }

    /** Number of addresses, the network's own and the broadcast one included. */
    public long size() {
        return 1L << BITS - prefix;
    }

    /** True when both have an address in common. */
    public boolean overlaps(Ipv4Range other) {
        return base < other.base + other.size() && other.base < base + size();
    }

    /** One of {@code 1 << bits} equal parts. */
    public Ipv4Range part(int index, int bits) {
        Ipv4Range first = new Ipv4Range(base, prefix + bits);
        return new Ipv4Range(base + index * first.size(), prefix + bits);
    }

    /** The address at this place, counted from 0. */
    public String at(long place) {
        long address = base + place;
        return (address >> 24 & 255)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255);
    }

    /** The place of an address, -1 when it lies elsewhere. */
    public long place(String address) {
        return parse(address + "/" + BITS)
                .map(found -> found.base - base)
                .filter(place -> place >= 0 && place < size())
                .orElse(-1L);
    }

    @Override
    public String toString() {
        return at(0) + "/" + prefix;
    }
}
