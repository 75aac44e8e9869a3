/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of IPv4 or IPv6 addresses.
 *
 * @param base the network's own address as a number
 * @param bytes 4 or 16
 * @param prefix length of the prefix in bits
 */
record Subnet(BigInteger base, int bytes, int prefix) {
    /**
     * Reads {@code address/prefix}.
     *
     * @throws Refusal 400 when it is none
     */
    static Subnet parse(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] address = slash < 0 ? new byte[0] : bytes(cidr.substring(0, slash));
        int prefix = slash < 0 ? -1 : prefix(cidr.substring(slash + 1));
        if (address.length == 0 || prefix < 0 || prefix > address.length * 8) {
            throw new Refusal(400, "bad-cidr", "%s is no address range", cidr);
        }
        BigInteger hosts = BigInteger.ONE.shiftLeft(address.length * 8 - prefix);
        BigInteger number = new BigInteger(1, address);
        return new Subnet(number.subtract(number.mod(hosts)), address.length, prefix);
    }

    private static int prefix(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** An address literal as bytes, none when it is not one; never asks a name server. */
    static byte[] bytes(String literal) {
        boolean four = literal.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        boolean six = literal.indexOf(':') >= 0 && literal.matches("[0-9a-fA-F:.]+");
        try {
            return four || six ? InetAddress.getByName(literal).getAddress() : new byte[0];
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(bytes * 8 - prefix);
    }

    /** The address at this place in the range. */
    String at(long offset) {
        byte[] number = base.add(BigInteger.valueOf(offset)).toByteArray();
        byte[] address = new byte[bytes];
        for (int i = 0; i < Math.min(bytes, number.length); i++) {
            address[bytes - 1 - i] = number[number.length - 1 - i];
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    /** The address in its usual form when it lies in the range, else empty. */
    String normal(String literal) {
        byte[] address = bytes(literal);
        if (address.length != bytes) {
            return "";
        }
        BigInteger offset = new BigInteger(1, address).subtract(base);
        boolean inside = offset.signum() >= 0 && offset.compareTo(size()) < 0;
        return inside ? at(offset) : "";
    }

    /** The place of an address in the range, -1 when it does not lie in it. */
    long place(String literal) {
        String address = normal(literal);
        return address.isEmpty()
                ? -1
                : new BigInteger(1, bytes(address)).subtract(base).longValue();
    }

    private String at(BigInteger offset) {
        Subnet moved = new Subnet(base.add(offset), bytes, prefix);
        return moved.at(0L);
    }

    /** Places that can be given away: without the network's own and, in IPv4, the last address. */
    long last() {
        BigInteger end = size().subtract(BigInteger.valueOf(bytes == 4 ? 2 : 1));
        return end.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
    }
}
