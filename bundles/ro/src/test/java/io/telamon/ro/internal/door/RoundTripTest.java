/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.testkit.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is measured of a cloud's distance. */
class RoundTripTest {
    @Test
    void aConnectionIsMeasuredAndAMissingOneIsNot() throws IOException {
        String address;
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + server.getLocalPort() + "/v3";
            assertThat(RoundTrip.to(address).orElse(-1)).isBetween(0.1, 1_000.0);
        }

        assertThat(RoundTrip.to(address)).isEmpty();
    }

    @Test
    void whatHasNoAddressStaysUnknown() {
        Inventory plain =
                new Inventory(
                        Samples.NOW,
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        Quota.unlimited(),
                        Quota.zero());

        Inventory seen =
                RoundTrip.measured(Samples.account(Samples.tenant(), Samples.lane(), "sim"), plain);

        assertThat(RoundTrip.to("embedded:one")).isEmpty();
        assertThat(RoundTrip.to("not an address")).isEmpty();
        assertThat(plain.latency()).isEmpty();
        assertThat(plain.withLatency(0.3).latency()).hasValue(0.3);
        assertThat(seen.seen()).isEqualTo(plain.seen());
    }
}
