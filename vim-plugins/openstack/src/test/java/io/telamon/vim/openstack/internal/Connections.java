/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.model.VimAccountId;
import io.telamon.vim.spi.VimConnection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Connections for tests. */
final class Connections {
    static final byte[] CONTENT = "a small image".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    private Connections() {}

    /** As the user and project of the tests. */
    static VimConnection to(String endpoint, String secret, Duration timeout) {
        return to(endpoint, secret, timeout, Map.of());
    }

    /** The same with further settings. */
    static VimConnection to(
            String endpoint, String secret, Duration timeout, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("user", "tck", "project", "tck"));
        settings.putAll(more);
        return new VimConnection(
                new VimAccountId("tck"),
                endpoint,
                settings,
                secret,
                timeout,
                artifact -> new ByteArrayInputStream(CONTENT));
    }
}
