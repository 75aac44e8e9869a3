/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a request token becomes on switches: ids, cookies, priorities, numbers of groups. */
final class Mark {
    /** Distinguishes flows of ours: the first 12 bits of their cookies. */
    static final long OURS = 0x7e1L << 52;

    /** The bits of {@link #OURS}. */
    static final long OURS_MASK = 0xfffL << 52;

    /** The bits that all flows of a chain share. */
    static final long CHAIN_MASK = ~0xfffL;

    /** How many flows a chain may have. */
    static final int MOST = 0x1000;

    private static final int BAND = 0x1000;
    private static final String PREFIX = "telamon-";

    private final String token;
    private final byte[] digest;

    Mark(String token) {
        this.token = token;
        this.digest = digest(token);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new TelamonException(ErrorCode.INTERNAL, e, "This JVM has no SHA-256");
        }
    }

    /** A short text that stands for a longer one. */
    static String brief(String text) {
        return HexFormat.of().formatHex(digest(text), 0, 8);
    }

    String token() {
        return token;
    }

    /** Id of the chain's flow of this number in the controller's store. */
    String flowId(int index) {
        return flowIds() + index;
    }

    /** What the ids of all flows of the chain begin with. */
    String flowIds() {
        return PREFIX + token + "-";
    }

    /** The cookie of all flows of the chain but for the last 12 bits, which are their number. */
    long cookie() {
        return OURS | (bits(digest, 0, 5) << 12);
    }

    private static long bits(byte[] from, int start, int count) {
        long bits = 0;
        for (int i = start; i < start + count; i++) {
            bits = bits << 8 | (from[i] & 0xff);
        }
        return bits;
    }

    /**
     * Priorities differ from chain to chain, so that two chains for the same traffic do not
     * overwrite each other's flows. Flows that ask for a port stand above all that do not.
     */
    int priority(int base, boolean low) {
        return base + (low ? 0 : BAND) + (int) (bits(digest, 5, 2) % BAND);
    }

    /** Number of a group on a switch. */
    long group(String purpose) {
        return 0x40000000L | bits(digest(token + " " + purpose), 0, 4) & 0x3fffffffL;
    }
}
