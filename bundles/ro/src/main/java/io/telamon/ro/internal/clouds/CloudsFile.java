/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.clouds;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.CloudEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads an OpenStack {@code clouds.yaml} that anybody may have written. */
public final class CloudsFile {
    private static final int LARGEST = 256 * 1024;
    private static final int MOST = 200;

    private CloudsFile() {}

    /**
     * Its clouds in their order.
     *
     * @param file read to its end, not closed
     * @throws TelamonException TOO_LARGE or MALFORMED, with a place and never with a credential
     */
    public static List<CloudEntry> read(InputStream file) {
        Object root = tree(text(bytes(file)));
        if (!(root instanceof Map<?, ?> map) || !(map.get("clouds") instanceof Map<?, ?> clouds)) {
            throw malformed("it needs a map named clouds at its top");
        }
        if (clouds.isEmpty() || clouds.size() > MOST) {
            throw malformed("it needs 1 to " + MOST + " clouds below clouds");
        }
        return clouds.entrySet().stream()
                .map(entry -> entry(entry.getKey().toString(), entry.getValue()))
                .toList();
    }

    private static CloudEntry entry(String name, Object cloud) {
        if (cloud instanceof Map<?, ?> keys) {
            return new OpenStackCloud(name, keys).entry();
        }
        throw malformed("each cloud is a map of keys, one is not");
    }

    private static byte[] bytes(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new TelamonException(
                        ErrorCode.TOO_LARGE, "A clouds.yaml has %d bytes at most", LARGEST);
            }
            return bytes;
        } catch (IOException broken) {
            throw new TelamonException(
                    ErrorCode.MALFORMED, broken, "The file could not be read to its end");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw malformed("it is not UTF-8 text");
        }
    }

    private static Object tree(String text) {
        try {
            return YamlTree.read(text);
        } catch (YamlTree.Unreadable wrong) {
            throw malformed(wrong.getMessage());
        }
    }

    private static TelamonException malformed(String why) {
        return new TelamonException(ErrorCode.MALFORMED, "This is no clouds.yaml: %s", why);
    }
}
