/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import io.telamon.descriptors.internal.tree.MapNode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses and networks without ever asking a name server. */
public final class Nets {
    private static final Pattern V4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern V6 =
            Pattern.compile("[0-9a-fA-F:]{2,39}(\\d{1,3}(\\.\\d{1,3}){3})?");

    private Nets() {}

    /**
     * A network.
     *
     * @param address first address as a number
     * @param length prefix length
     * @param bits 32 or 128
     */
    public record Net(BigInteger address, int length, int bits) {
        /** Tells whether the two have an address in common. */
        public boolean overlaps(Net other) {
            int common = Math.min(length, other.length);
            return bits == other.bits
                    && address.shiftRight(bits - common)
                            .equals(other.address.shiftRight(bits - common));
        }
    }

    /** Reads an address, absent when it is none. */
    public static Optional<Net> address(String text) {
        var v4 = V4.matcher(text);
        if (v4.matches()) {
            BigInteger value = BigInteger.ZERO;
            for (int i = 1; i <= 4; i++) {
                int part = Integer.parseInt(v4.group(i));
                if (part > 255) {
                    return Optional.empty();
                }
                value = value.shiftLeft(8).or(BigInteger.valueOf(part));
            }
            return Optional.of(new Net(value, 32, 32));
        }
        return V6.matcher(text).matches() && text.contains(":") ? literal(text) : Optional.empty();
    }

    /** A text of hex digits and colons is never looked up, only parsed. */
    private static Optional<Net> literal(String text) {
        try {
            byte[] bytes = InetAddress.getByName("[" + text + "]").getAddress();
            int bits = bytes.length * 8;
            return Optional.of(new Net(new BigInteger(1, bytes), bits, bits));
        } catch (java.net.UnknownHostException wrong) {
            return Optional.empty();
        }
    }

    /** Reads a network in CIDR form, absent when it is none. */
    public static Optional<Net> cidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return address(text.substring(0, slash))
                .filter(a -> length <= a.bits())
                .map(a -> new Net(a.address(), length, a.bits()));
    }

    /** Reads an address or a network as a CIDR text; anything else is reported. */
    public static Optional<String> prefix(MapNode node, String key) {
        var text = node.text(key).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty() || cidr(text.get()).isPresent()) {
            return text;
        }
        var single = address(text.get());
        if (single.isEmpty()) {
            node.get(key)
                    .ifPresent(
                            n ->
                                    n.error(
                                            "ADDRESS_INVALID",
                                            "%s is no address and no network".formatted(key),
                                            "Write 10.0.0.1 or 10.0.0.0/24"));
        }
        return single.map(a -> text.get() + "/" + a.bits());
    }
}
