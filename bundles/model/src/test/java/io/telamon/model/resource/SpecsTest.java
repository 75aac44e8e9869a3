/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Usage;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** References between wishes, names of shapes, amounts and rights. */
class SpecsTest {
    private static final LaneId LANE = LaneId.of(new VimAccountId("vim"));
    private static final ServerSpec SERVER =
            new ServerSpec(
                    "s",
                    Value.of("debian"),
                    Value.ref("flavor/small"),
                    List.of(new InterfaceSpec("eth0", Value.ref("net"), "", "", "", false)),
                    "",
                    Value.of(""),
                    ServerSpec.Day0.none());

    private static Resource thing(ResourceSpec spec, LaneId lane) {
        return new Resource(
                ResourceId.create(),
                new Resource.Owner(TenantId.create(), NsInstanceId.create(), lane),
                spec.name(),
                spec,
                new RequestToken("t"),
                ResourceState.ACTIVE,
                "h",
                Map.of("port/eth0", "p1"),
                false);
    }

    @Test
    void aServerRefersToItsFlavorAndNetworks() {
        assertThat(SERVER.references())
                .containsExactly(Value.ref("flavor/small"), Value.ref("net"));
    }

    @Test
    void aChainWithoutAMachineCountsItsPositionsAnew() {
        ChainSpec chain = chain(Value.ref("client", "port/a"));

        assertThat(chain.without("fw"::equals))
                .hasValueSatisfying(
                        left ->
                                assertThat(left.hops())
                                        .containsExactly(hop(0, "nat1"), hop(0, "nat2")));
        assertThat(chain.without("nat2"::equals))
                .hasValueSatisfying(
                        left ->
                                assertThat(left.hops())
                                        .containsExactly(hop(0, "fw"), hop(1, "nat1")));
    }

    @Test
    void nothingIsLeftOfAChainWithoutItsFunctionsOrItsSource() {
        ChainSpec chain = chain(Value.ref("client", "port/a"));

        assertThat(chain.without(key -> !key.equals("client"))).isEmpty();
        assertThat(chain.without("client"::equals)).isEmpty();
        assertThat(chain(Value.of("")).without("client"::equals)).isPresent();
    }

    private static ChainSpec chain(Value source) {
        return new ChainSpec(
                "path",
                List.of(hop(0, "fw"), hop(1, "nat1"), hop(1, "nat2")),
                List.of(new ChainSpec.Classifier("all", source, Map.of())),
                false);
    }

    private static ChainSpec.Hop hop(int position, String server) {
        return new ChainSpec.Hop(
                position, Value.ref(server, "port/a"), Value.ref(server, "port/b"));
    }

    @Test
    void resolvingReplacesEachReferenceAndNothingElse() {
        ServerSpec known =
                SERVER.resolve(v -> v.isReference() ? Value.of("id-of-" + v.resource()) : v);

        assertThat(known.references()).isEmpty();
        assertThat(known.image().text()).isEqualTo("debian");
        assertThat(known.flavor().text()).isEqualTo("id-of-flavor/small");
        assertThat(known.interfaces().get(0).network().text()).isEqualTo("id-of-net");
    }

    @Test
    void aChainRefersToPortsAndSources() {
        ChainSpec chain =
                new ChainSpec(
                        "c",
                        List.of(
                                new ChainSpec.Hop(
                                        0, Value.ref("a", "port/in"), Value.ref("a", "port/out"))),
                        List.of(
                                new ChainSpec.Classifier(
                                        "web", Value.ref("b", "port/x"), Map.of())),
                        true);

        assertThat(chain.references()).hasSize(3);
        assertThat(chain.resolve(v -> Value.of("p")).references()).isEmpty();
    }

    @Test
    void aReferenceHasNoTextYet() {
        assertThatThrownBy(() -> Value.ref("net").text()).hasMessageContaining("net.handle");
    }

    @Test
    void aThingOffersItsHandleAndAttributes() {
        Resource server = thing(SERVER, LANE);

        assertThat(server.attribute(Value.HANDLE)).isEqualTo("h");
        assertThat(server.attribute("port/eth0")).isEqualTo("p1");
        assertThat(server.attribute("port/eth9")).isEmpty();
        assertThat(server.observed(ResourceState.ERROR, "h2", Map.of("x", "y")).attributes())
                .containsOnlyKeys("port/eth0", "x");
    }

    @Test
    void equalShapesHaveEqualNamesAndOthersDoNot() {
        FlavorSpec plain = FlavorSpec.named(2, 1024, 5, Map.of());
        FlavorSpec pinned = FlavorSpec.named(2, 1024, 5, Map.of("hw:cpu_policy", "dedicated"));

        assertThat(plain.name()).isEqualTo("telamon-2c-1024m-5g");
        assertThat(FlavorSpec.named(2, 1024, 5, Map.of("hw:cpu_policy", "dedicated")))
                .isEqualTo(pinned);
        assertThat(pinned.name()).startsWith(plain.name()).isNotEqualTo(plain.name());
    }

    @Test
    void usageCountsServersByTheirShapeOnOneLane() {
        Map<String, FlavorSpec> shapes =
                Map.of("flavor/small", FlavorSpec.named(2, 1024, 5, Map.of()));
        List<Resource> things =
                List.of(
                        thing(SERVER, LANE),
                        thing(SERVER, LANE).asAdopted(),
                        thing(SERVER, LaneId.of(new VimAccountId("other"))),
                        thing(new NetworkSpec("net", IpProfile.any(), "", ""), LANE));

        assertThat(Usage.on(LANE, things, shapes)).isEqualTo(new Quota(1, 2, 1024, 1));
        assertThat(Usage.of(SERVER, Map.of())).isEqualTo(new Quota(1, 0, 0, 0));
    }

    @Test
    void aRoleGivesItsPermissionsAndOnlyThese() {
        Caller viewer = new Caller("eve", TenantId.create(), Set.of(Role.VIEWER));

        viewer.require("ns:read");
        assertThatThrownBy(() -> viewer.require("ns:operate"))
                .hasMessageContaining("eve")
                .hasMessageContaining("ns:operate");
        assertThat(viewer.seesAllTenants()).isFalse();
        assertThat(Caller.system(TenantId.create()).seesAllTenants()).isTrue();
        assertThat(Role.ofKey("project_user")).contains(Role.PROJECT_USER);
        assertThat(Role.ofKey("nobody")).isEmpty();
    }

    @Test
    void eachRoleHasAllRightsOfTheOneBelow() {
        assertThat(Role.SYSTEM_ADMIN.permissions()).containsAll(Role.PROJECT_ADMIN.permissions());
        assertThat(Role.PROJECT_ADMIN.permissions()).containsAll(Role.PROJECT_USER.permissions());
        assertThat(Role.PROJECT_USER.permissions()).containsAll(Role.VIEWER.permissions());
    }
}
