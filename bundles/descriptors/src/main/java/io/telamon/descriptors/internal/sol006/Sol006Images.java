/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import java.util.Locale;

/** Small words about images. */
final class Sol006Images {
    private Sol006Images() {}

    static String lower(String text) {
        return text.substring(text.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    static String checksum(String algorithm, String hash) {
        return lower(algorithm) + ":" + hash.toLowerCase(Locale.ROOT);
    }
}
