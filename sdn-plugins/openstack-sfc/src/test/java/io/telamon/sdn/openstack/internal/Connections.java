/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import io.telamon.model.SdnAccountId;
import io.telamon.model.VimAccountId;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.VimAccess;
import java.time.Duration;
import java.util.Map;

/** Connections for tests. */
final class Connections {
    private Connections() {}

    /** As the user and project of the tests. */
    static SdnConnection to(String endpoint, String secret, Duration timeout) {
        Map<String, String> settings = Map.of("user", "tck", "project", "tck");
        return new SdnConnection(
                new SdnAccountId("tck-chains"),
                "",
                Map.of(),
                "",
                timeout,
                new VimAccess(new VimAccountId("tck"), endpoint, settings, secret));
    }
}
