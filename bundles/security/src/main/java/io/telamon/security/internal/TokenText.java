/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.model.TokenId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An API token as its owner holds it: {@code tlm_<id>.<256 random bits>}. Random secrets need no
 * slow hash, SHA-256 is enough.
 *
 * @param id public half
 * @param secret the secret half
 */
record TokenText(TokenId id, String secret) {
    private static final String PREFIX = "tlm_";
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 200;

    static TokenText create() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new TokenText(
                TokenId.create(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<TokenText> parse(String text) {
        int dot = text == null || text.length() > LONGEST ? -1 : text.indexOf('.');
        boolean complete = dot > PREFIX.length() && dot < text.length() - 1;
        if (!complete || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Optional.of(text.substring(PREFIX.length(), dot))
                .filter(id -> !id.isBlank() && id.length() <= 64)
                .map(id -> new TokenText(new TokenId(id), text.substring(dot + 1)));
    }

    String text() {
        return PREFIX + id + "." + secret;
    }

    /** What is stored of the secret. */
    String secretHash() {
        return sha256(secret);
    }

    /** True when {@code hash} is that of the secret; takes the same time for every other hash. */
    boolean fits(String hash) {
        return MessageDigest.isEqual(
                secretHash().getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("The JDK has no SHA-256", impossible);
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "TokenText[" + id + "]";
    }
}
