/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.SdnAccountId;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.spi.SdnSession;
import io.telamon.sdn.tck.SdnFaultContract;
import io.telamon.sdn.tck.SdnUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of the contract that needs no cloud. */
class SfcNetworkTest implements SdnFaultContract {
    private static final String SECRET = "open-sesame-4711";

    @Override
    public SdnUnderTest sdn() {
        return new Nowhere();
    }

    @Override
    public SdnSession session() {
        return sdn().driver().open(Nowhere.at(9));
    }

    @Test
    void anAccountWithoutVimAccountSaysWhatItNeeds() {
        SdnConnection alone =
                new SdnConnection(
                        new SdnAccountId("chains"), "", Map.of(), "", Duration.ofSeconds(1));

        assertThatThrownBy(() -> new SfcDriver().open(alone)).hasMessageContaining("vim-account");
    }

    /** A plug-in without a cloud. */
    private static final class Nowhere implements SdnUnderTest {
        static SdnConnection at(int port) {
            return Connections.to("http://127.0.0.1:" + port, SECRET, Duration.ofMillis(400));
        }

        @Override
        public SdnDriver driver() {
            return new SfcDriver();
        }

        @Override
        public SdnConnection connection() {
            throw new IllegalStateException("There is no cloud");
        }

        @Override
        public Optional<SdnConnection> wrongCredentials() {
            return Optional.empty();
        }

        @Override
        public Optional<SdnConnection> connectionTo(int port) {
            return Optional.of(at(port));
        }

        @Override
        public List<String> ports() {
            return List.of("a", "b", "c", "d");
        }

        @Override
        public List<String> peekClassifiers(Handle handle) {
            return List.of();
        }

        @Override
        public List<String> peekPath(Handle handle) {
            return List.of();
        }

        @Override
        public int peekCount() {
            return 0;
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing to end
        }
    }
}
