/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal.key;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM twice: each text under a data key of its own, the data key under the master key.
 * Sealed text is {@code t1:<key id>:<base64>}; the context is authenticated, not stored.
 * Thread-safe.
 */
final class Envelope {
    private static final String FORMAT = "t1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int WRAPPED = NONCE + MasterKey.BYTES + TAG_BITS / 8;
    private static final int ID_BYTES = 6;

    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();
    private final String keyId;

    Envelope(SecretKey master) {
        this.master = master;
        this.keyId = idOf(master);
    }

    /** Names the master key without telling anything about it. */
    String keyId() {
        return keyId;
    }

    String seal(String secret, String context) {
        byte[] dataKey = MasterKey.random();
        try {
            byte[] wrapped = encrypt(master, dataKey, "data key of " + context);
            byte[] body =
                    encrypt(
                            new SecretKeySpec(dataKey, "AES"),
                            secret.getBytes(StandardCharsets.UTF_8),
                            context);
            byte[] both =
                    ByteBuffer.allocate(wrapped.length + body.length)
                            .put(wrapped)
                            .put(body)
                            .array();
            return FORMAT
                    + ":"
                    + keyId
                    + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException failed) {
            throw new TelamonException(
                    ErrorCode.INTERNAL, failed, "Cannot seal the secret of %s", context);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    String unseal(String sealed, String context) {
        String[] parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(FORMAT)) {
            throw new TelamonException(
                    ErrorCode.INTERNAL, "The stored secret of %s is not sealed text", context);
        }
        if (!parts[1].equals(keyId)) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    "The secret of %s was sealed with the master key %s, this node has %s",
                    context,
                    parts[1],
                    keyId);
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(parts[2]);
            byte[] dataKey =
                    decrypt(master, Arrays.copyOf(both, WRAPPED), "data key of " + context);
            byte[] body = Arrays.copyOfRange(both, WRAPPED, both.length);
            return new String(
                    decrypt(new SecretKeySpec(dataKey, "AES"), body, context),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    "The stored secret of %s was changed or belongs to something else; enter it"
                            + " again",
                    context);
        }
    }

    private byte[] encrypt(SecretKey key, byte[] plain, String context)
            throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
        return ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
    }

    private static byte[] decrypt(SecretKey key, byte[] sealed, String context)
            throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                .doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal("telamon key id".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The JDK has no HmacSHA256", failed);
        }
    }
}
