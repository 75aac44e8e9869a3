/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telamon.errors.TelamonException;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.openstack.Testbed;
import io.telamon.vim.spi.Created;
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

/** Security groups and routers whose create was interrupted before its last call. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no cloud: TELAMON_OPENSTACK does not name a testbed's folder")
class TestbedPartsTest {
    private static Testbed bed;

    private final RequestToken token = new RequestToken("tck-" + UUID.randomUUID());

    @BeforeAll
    static void connect() {
        bed = Testbed.connect();
        bed.empty();
    }

    @AfterEach
    void empty() {
        bed.empty();
    }

    private static VimSession session(String settle) {
        return new OpenStackDriver()
                .open(
                        Connections.to(
                                bed.keystone(),
                                Testbed.SECRET,
                                Duration.ofSeconds(5),
                                Map.of("settle-seconds", settle)));
    }

    private static SecurityGroupSpec group() {
        return new SecurityGroupSpec(
                "tck-group", List.of(new SecurityGroupSpec.Rule(true, 4, "tcp", 80, 80)));
    }

    private static RouterSpec router(VimSession session) {
        String outside =
                session.inventory().externalNetworks().values().stream().findFirst().orElseThrow();
        return new RouterSpec("tck-router", outside, List.of());
    }

    private <S extends ResourceSpec> void interrupted(
            ResourceOperator<S> operator, S spec, String path) {
        bed.nextRequest("neutron", "PUT", path, Map.of("status", 503));
        TelamonException error =
                catchThrowableOfType(() -> operator.create(spec, token), TelamonException.class);
        assertThat(error.code().retryable()).isTrue();
        assertThat(bed.ids(spec.kind())).hasSize(1);
    }

    private <S extends ResourceSpec> void isCompleted(ResourceOperator<S> operator, S spec) {
        Created made = operator.create(spec, token);

        assertThat(made).isInstanceOf(Created.Present.class);
        assertThat(made.observation().state()).isEqualTo(ResourceState.ACTIVE);
        assertThat(operator.find(token)).isPresent();
        assertThat(bed.ids(spec.kind())).hasSize(1);
    }

    @Test
    void theNextCreateCompletesIt() {
        try (VimSession session = session("15")) {
            ResourceOperator<SecurityGroupSpec> groups =
                    session.operator(SecurityGroupSpec.class).orElseThrow();
            interrupted(groups, group(), "/security-groups/[^/]+$");
            assertThat(groups.find(token)).isEmpty();
            isCompleted(groups, group());

            ResourceOperator<RouterSpec> routers = session.operator(RouterSpec.class).orElseThrow();
            interrupted(routers, router(session), "/routers/[^/]+$");
            assertThat(routers.find(token)).isEmpty();
            isCompleted(routers, router(session));
        }
    }

    @Test
    void aFindAfterTheSettleTimeRemovesIt() {
        try (VimSession session = session("0")) {
            ResourceOperator<SecurityGroupSpec> groups =
                    session.operator(SecurityGroupSpec.class).orElseThrow();
            interrupted(groups, group(), "/security-groups/[^/]+$");
            assertThat(groups.find(token)).isEmpty();
            assertThat(bed.ids("security-group")).isEmpty();

            ResourceOperator<RouterSpec> routers = session.operator(RouterSpec.class).orElseThrow();
            interrupted(routers, router(session), "/routers/[^/]+$");
            assertThat(routers.find(token)).isEmpty();
            assertThat(bed.ids("router")).isEmpty();
        }
    }
}
