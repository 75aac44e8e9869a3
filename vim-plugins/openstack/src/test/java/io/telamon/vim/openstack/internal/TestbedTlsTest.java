/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.account.CheckStep;
import io.telamon.model.account.CheckStep.Outcome;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Testbed;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real cloud behind TLS with an authority that nobody knows. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no cloud: TELAMON_OPENSTACK does not name a testbed's folder")
class TestbedTlsTest {
    private static Testbed bed;
    private static Testbed.Front front;

    @BeforeAll
    static void connect() {
        bed = Testbed.connect();
        front = bed.front();
    }

    @AfterEach
    void empty() {
        bed.empty();
    }

    private static VimSession session(Map<String, String> settings) {
        return new OpenStackDriver()
                .open(
                        Connections.to(
                                front.address(), Testbed.SECRET, Duration.ofSeconds(5), settings));
    }

    private static List<CheckStep> check(Map<String, String> settings) {
        try (VimSession session = session(settings)) {
            return session.check();
        }
    }

    @Test
    void withTheAuthorityTheWholeCloudWorksByHttps() {
        Map<String, String> settings = Map.of("ca-file", front.authority());

        assertThat(check(settings)).noneMatch(step -> step.outcome() == Outcome.FAILED);
        assertThat(check(settings))
                .filteredOn(step -> step.name().equals("compute"))
                .allSatisfy(step -> assertThat(step.detail()).startsWith("https://"));
        try (VimSession session = session(settings)) {
            ResourceOperator<NetworkSpec> networks =
                    session.operator(NetworkSpec.class).orElseThrow();
            NetworkSpec spec = new NetworkSpec("tck-tls", IpProfile.any(), "", "");
            RequestToken token = new RequestToken("tck-" + UUID.randomUUID());
            Handle handle = new Handle(networks.create(spec, token).observation().handle());

            assertThat(networks.observe(handle).state()).isEqualTo(ResourceState.ACTIVE);
            networks.delete(handle);
        }
    }

    @Test
    void withoutTheAuthorityTheConnectionIsRefusedWithTheReason() {
        CheckStep first = check(Map.of()).get(0);

        assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.detail()).contains("certificate").contains("ca-file");
        try (VimSession session = session(Map.of())) {
            assertThat(session.probe().ok()).isFalse();
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CheckStep first = check(Map.of("ca-file", "/no/such/authority.pem")).get(0);

        assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.detail()).contains("/no/such/authority.pem");
    }

    @Test
    void insecureByChoiceChecksNothing() {
        assertThat(check(Map.of("insecure", "true")))
                .noneMatch(step -> step.outcome() == Outcome.FAILED);
    }
}
