/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.openstack.AccountSettings;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Service;
import io.telamon.openstack.Testbed;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimSession;
import io.telamon.vim.tck.Stage;
import io.telamon.vim.tck.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What is made by several calls is neither doubled nor left behind when one of them is lost. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no cloud: TELAMON_OPENSTACK does not name a testbed's folder")
class TestbedCrashTest {
    private static final Map<String, Object> LOST = Map.of("after", true, "drop", true);
    private static Testbed bed;

    private final RequestToken token = Trial.token();
    private VimSession session;

    @BeforeAll
    static void connect() {
        bed = Testbed.connect();
        bed.empty();
    }

    @BeforeEach
    void open() {
        session = open(Map.of());
    }

    @AfterEach
    void close() {
        session.close();
        bed.empty();
    }

    private static VimSession open(Map<String, String> settings) {
        return new OpenStackDriver()
                .open(
                        Connections.to(
                                bed.keystone(), Testbed.SECRET, Duration.ofSeconds(10), settings));
    }

    private static NetworkSpec network(String cidr) {
        return new NetworkSpec("tck-crash", new IpProfile(cidr, "", List.of(), true), "", "");
    }

    private static ResourceOperator<NetworkSpec> networks(VimSession session) {
        return session.operator(NetworkSpec.class).orElseThrow();
    }

    private void loseNetwork() {
        bed.nextRequest("neutron", "POST", "/networks$", LOST);
        assertThat(catchThrowable(() -> networks(session).create(network(""), token))).isNotNull();
    }

    @Test
    void aNetworkWithoutItsSubnetIsCompletedByTheNextCreate() {
        loseNetwork();

        assertThat(networks(session).find(token)).isEmpty();
        Created again = networks(session).create(network(""), token);

        assertThat(again.observation().attributes()).containsKey("subnet");
        assertThat(bed.ids("network")).hasSize(1);
    }

    @Test
    void aNetworkWithoutItsSubnetIsRemovedByAFindAfterTheSettleTime() {
        loseNetwork();

        try (VimSession later = open(Map.of("settle-seconds", "0"))) {
            assertThat(networks(later).find(token)).isEmpty();
        }

        assertThat(bed.ids("network")).isEmpty();
    }

    @Test
    void aNetworkWhoseRangeIsRefusedLeavesNothing() {
        Throwable error =
                catchThrowable(() -> networks(session).create(network("10.1.2.3/99"), token));

        assertThat(error).hasMessageContaining("10.1.2.3/99").hasMessageContaining("req-");
        assertThat(bed.ids("network")).isEmpty();
    }

    private ServerSpec server(String flavor) {
        String network =
                networks(session).create(network(""), Trial.token()).observation().handle();
        return new ServerSpec(
                "tck-crash",
                Value.of(bed.bootImage()),
                Value.of(flavor),
                List.of(
                        Stage.card("eth0", network, "", false),
                        Stage.card("eth1", network, "", false)),
                "",
                Value.of(""),
                ServerSpec.Day0.none());
    }

    private String flavor() {
        return session.operator(FlavorSpec.class)
                .orElseThrow()
                .create(new FlavorSpec("tck-crash", 1, 256, 1, Map.of()), Trial.token())
                .observation()
                .handle();
    }

    @Test
    void portsOfALostAnswerAreUsedByTheNextCreateAndGoWithTheServer() {
        ResourceOperator<ServerSpec> servers = session.operator(ServerSpec.class).orElseThrow();
        ServerSpec spec = server(flavor());
        bed.nextRequest("neutron", "POST", "/ports$", LOST);
        assertThat(catchThrowable(() -> servers.create(spec, token))).isNotNull();

        assertThat(servers.find(token)).isEmpty();
        Handle server = new Handle(servers.create(spec, token).observation().handle());

        assertThat(bed.ids("port")).hasSize(2);
        servers.delete(server);
        assertThat(bed.ids("port")).isEmpty();
    }

    @Test
    void portsWithoutTheirServerAreRemovedByAFindAfterTheSettleTime() {
        ServerSpec spec = server(flavor());
        bed.nextRequest("nova", "POST", "/servers$", Map.of("status", 503));
        ResourceOperator<ServerSpec> servers = session.operator(ServerSpec.class).orElseThrow();
        assertThat(catchThrowable(() -> servers.create(spec, token))).isNotNull();
        assertThat(bed.ids("port")).hasSize(2);

        try (VimSession later = open(Map.of("settle-seconds", "0"))) {
            assertThat(later.operator(ServerSpec.class).orElseThrow().find(token)).isEmpty();
        }

        assertThat(bed.ids("port")).isEmpty();
    }

    @Test
    void aNetworkGoesWithThePortsOfAServerThatSomebodyElseDeleted() {
        ResourceOperator<ServerSpec> servers = session.operator(ServerSpec.class).orElseThrow();
        bed.vanish(servers.create(server(flavor()), token).observation().handle());
        int ports = bed.ids("port").size();

        networks(session).delete(new Handle(bed.ids("network").get(0)));

        assertThat(ports).isEqualTo(2);
        assertThat(bed.ids("port")).isEmpty();
        assertThat(bed.ids("network")).isEmpty();
    }

    @Test
    void aRefusedServerLeavesNoPorts() {
        ServerSpec spec = server("no-such-flavor");
        ResourceOperator<ServerSpec> servers = session.operator(ServerSpec.class).orElseThrow();

        Throwable error = catchThrowable(() -> servers.create(spec, token));

        assertThat(error).hasMessageContaining("no-such-flavor");
        assertThat(bed.ids("port")).isEmpty();
    }

    @Test
    void aFlavorThatLacksItsExtraSpecsGetsThemWhenItIsFound() {
        FlavorSpec spec =
                new FlavorSpec("tck-extra", 1, 256, 1, Map.of("hw:cpu_policy", "dedicated"));
        ResourceOperator<FlavorSpec> flavors = session.operator(FlavorSpec.class).orElseThrow();
        bed.nextRequest("nova", "POST", "/flavors$", LOST);
        assertThat(catchThrowable(() -> flavors.create(spec, token))).isNotNull();

        String id = flavors.find(token).orElseThrow().handle();

        assertThat(
                        bed.rest()
                                .get("compute", "/flavors/" + id + "/os-extra_specs")
                                .at("/extra_specs/hw:cpu_policy")
                                .asText())
                .isEqualTo("dedicated");
    }

    @Test
    void anImageThatNeverGotItsContentIsFilledByTheNextCreate() {
        // the answer to the first call is lost, so no content is sent
        Stage stage = new Stage(new TestbedContractTest.OnTestbed(bed), session);
        var trial = stage.image(TestbedContractTest.image());
        bed.nextRequest("glance", "POST", "/images$", LOST);
        assertThat(catchThrowable(() -> trial.create(token))).isNotNull();

        assertThat(trial.operator().find(token)).isEmpty();
        trial.create(token);

        assertThat(trial.operator().find(token).orElseThrow().attributes())
                .containsEntry("size", Integer.toString(Connections.CONTENT.length));
        assertThat(bed.ids("image")).hasSize(1);
    }

    @Test
    void anImageThatSomebodyElseIsFillingIsLeftToThem() {
        Stage stage = new Stage(new TestbedContractTest.OnTestbed(bed), session);
        var trial = stage.image(TestbedContractTest.image());
        // the content arrives, and the second of two who send it hears of a conflict
        bed.nextRequest(
                "glance", "PUT", "/file$", Map.of("after", true, "status", 409, "body", "saving"));

        Created second = trial.operator().create(trial.spec(), token);

        assertThat(second).isInstanceOf(Created.Present.class);
        assertThat(bed.ids("image")).containsExactly(second.observation().handle());
    }

    @Test
    void aRevokedTokenIsReplacedInTheMiddleOfASession() {
        Cloud cloud =
                new Cloud(
                        bed.keystone(),
                        Testbed.SECRET,
                        Duration.ofSeconds(5),
                        AccountSettings.of(Map.of("user", "tck", "project", "tck")));
        try (cloud) {
            String before = cloud.token().getId();
            bed.rest().revoke(before);

            assertThat(cloud.list(Ask.get("List", Service.NETWORK, "/networks"), "networks"))
                    .isNotEmpty();

            assertThat(cloud.token().getId()).isNotEqualTo(before);
        }
    }

    @Test
    void theCheckNamesEveryPartOfThisCloud() {
        assertThat(session.check())
                .allSatisfy(step -> assertThat(step.outcome().name()).isEqualTo("OK"))
                .extracting(step -> step.name())
                .containsExactly(
                        "identity",
                        "catalog",
                        "compute",
                        "network",
                        "provider-network",
                        "image",
                        "sfc",
                        "heat",
                        "quota");
    }

    @Test
    void aMemberWhoMayNotMakeFlavorsGetsOneOfTheSameShape() {
        Map<String, String> demo = Map.of("user", "demo", "project", "demo");
        try (VimSession member =
                new OpenStackDriver()
                        .open(
                                Connections.to(
                                        bed.keystone(), "demo", Duration.ofSeconds(5), demo))) {
            ResourceOperator<FlavorSpec> flavors = member.operator(FlavorSpec.class).orElseThrow();

            Created made = flavors.create(new FlavorSpec("tck-as-m1", 1, 512, 1, Map.of()), token);
            Throwable error =
                    catchThrowable(
                            () ->
                                    flavors.create(
                                            new FlavorSpec("tck-odd", 7, 77, 7, Map.of()), token));

            assertThat(made).isInstanceOf(Created.Present.class);
            assertThat(made.observation().attributes()).containsEntry("name", "m1.tiny");
            assertThat(error).hasMessageContaining("may not make flavors");
        }
    }
}
