/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network in CIDR form with its host bits zero, as neutron wants it.
 *
 * @param address first address
 * @param length number of bits that count
 */
record Prefix(InetAddress address, int length) {
    private static final Pattern FORM =
            Pattern.compile("([0-9.]{7,15}|[0-9a-fA-F:.]{2,45})(/\\d{1,3})?");

    /** Reads an address or a network; empty when it is neither. Asks no name server. */
    static Optional<Prefix> of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches() || form.group(1).matches("[0-9a-fA-F]*")) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(form.group(1));
            int bits = address.getAddress().length * 8;
            int length =
                    form.group(2) == null ? bits : Integer.parseInt(form.group(2).substring(1));
            return length > bits
                    ? Optional.empty()
                    : Optional.of(new Prefix(masked(address, length), length));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static InetAddress masked(InetAddress address, int length) throws UnknownHostException {
        byte[] bytes = address.getAddress();
        for (int bit = length; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return InetAddress.getByAddress(bytes);
    }

    private boolean isIpv6() {
        return address.getAddress().length > 4;
    }

    /** As neutron names it. */
    String family() {
        return isIpv6() ? "IPv6" : "IPv4";
    }

    /** True when the other network lies in this one. */
    boolean contains(Prefix other) {
        try {
            return other.isIpv6() == isIpv6()
                    && other.length >= length
                    && masked(other.address, length).equals(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + length;
    }
}
