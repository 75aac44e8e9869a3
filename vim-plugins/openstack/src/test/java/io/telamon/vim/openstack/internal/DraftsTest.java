/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.openstack.Marks;
import io.telamon.vim.spi.Observation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs become what the services want to read, and what they say becomes observations. */
class DraftsTest {
    private static final RequestToken TOKEN = new RequestToken("tm-1");

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static InterfaceSpec card(String type, boolean forwarding) {
        return new InterfaceSpec(
                "eth0", Value.of("net-1"), "10.0.0.9", "fa:16:3e:00:00:01", type, forwarding);
    }

    @Test
    void aPortSaysWhoseItIsAndWhichCard() throws IOException {
        assertThat((JsonNode) Ports.draft(card("virtio", false), "web@1", TOKEN))
                .isEqualTo(
                        json(
                                "{'network_id':'net-1','name':'eth0@web-1','description':'telamon:tm-1',"
                                        + "'mac_address':'fa:16:3e:00:00:01','fixed_ips':[{'ip_address':'10.0.0.9'}]}"));
    }

    @Test
    void aForwardingPortHasNoSecurity() {
        JsonNode port = Ports.draft(card("SR-IOV", true), "web", TOKEN);

        assertThat(port.path("port_security_enabled").asBoolean(true)).isFalse();
        assertThat(port.path("security_groups")).isEmpty();
        assertThat(port.path("binding:vnic_type").asText()).isEqualTo("direct");
    }

    @Test
    void aGuardedPortIsInItsGroupsOnly() {
        InterfaceSpec card = card("virtio", false).in(List.of(Value.of("g1"), Value.of("g2")));

        assertThat(Ports.draft(card, "web", TOKEN).path("security_groups").toString())
                .isEqualTo("[\"g1\",\"g2\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "virtio, ''",
        "PARAVIRT, ''",
        "sr-iov, direct",
        "SRIOV, direct",
        "PCI-PASSTHROUGH, direct-physical",
        "macvtap, macvtap"
    })
    void theKindsOfCardsAreNeutrons(String written, String kind) {
        assertThat(Ports.kind(written)).isEqualTo(kind);
    }

    @Test
    void aServerCarriesItsTokenAndDayZero() throws IOException {
        ServerSpec spec =
                new ServerSpec(
                        "web",
                        Value.of("img"),
                        Value.of("flv"),
                        List.of(),
                        "az1",
                        Value.of("grp"),
                        new ServerSpec.Day0("#cloud-config", true, "key"));

        assertThat((JsonNode) Servers.body(spec, TOKEN, List.of("p1")))
                .isEqualTo(
                        json(
                                "{'server':{'name':'web','imageRef':'img','flavorRef':'flv',"
                                        + "'tags':['telamon:tm-1'],'metadata':{'telamon':'tm-1'},"
                                        + "'networks':[{'port':'p1'}],'availability_zone':'az1','key_name':'key',"
                                        + "'user_data':'I2Nsb3VkLWNvbmZpZw==','config_drive':true},"
                                        + "'os:scheduler_hints':{'group':'grp'}}"));
        assertThat(Servers.body(spec, TOKEN, List.of()).at("/server/networks").asText())
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, '', ACTIVE",
        "SHUTOFF, '', ACTIVE",
        "BUILD, spawning, BUILDING",
        "REBUILD, '', BUILDING",
        "HARD_REBOOT, '', BUILDING",
        "ACTIVE, deleting, DELETING",
        "SOFT_DELETED, '', MISSING",
        "ERROR, '', ERROR"
    })
    void novasStatesAreTranslated(String status, String task, ResourceState state)
            throws IOException {
        JsonNode server =
                json(
                        "{'id':'s1','status':'%s','OS-EXT-STS:task_state':'%s'}"
                                .formatted(status, task));

        assertThat(ServerState.of(server)).isEqualTo(state);
    }

    @Test
    void aBrokenServerTellsNovasWords() throws IOException {
        JsonNode server =
                json(
                        "{'id':'s1','status':'ERROR','hostId':'h1','tags':['x','telamon:tm-1'],"
                                + "'fault':{'message':'No valid host was found.'}}");

        Observation seen = ServerState.observation(server, ServerState.attributes(server));

        assertThat(seen.fault()).isEqualTo("No valid host was found.");
        assertThat(seen.token()).isEqualTo("tm-1");
        assertThat(seen.attributes()).containsEntry("host", "h1").containsEntry("power", "on");
    }

    @Test
    void theRequestThatBrokeAServerIsTheYoungestThatFailed() throws IOException {
        String create = "{'action':'create','request_id':'req-1','message':'Error'}";
        String stop = "{'action':'stop','request_id':'req-2','message':null}";

        assertThat(ServerState.guilty(json("[" + stop + "," + create + "]"))).isEqualTo("req-1");
        assertThat(ServerState.guilty(json("[" + stop + "]"))).isEqualTo("req-2");
        assertThat(ServerState.guilty(json("[]"))).isEmpty();
    }

    @Test
    void aFlavorHasTheShapeWhenNothingDiffers() throws IOException {
        FlavorSpec spec = new FlavorSpec("any", 2, 1024, 10, Map.of("hw:cpu_policy", "dedicated"));
        String flavor = "{'vcpus':2,'ram':1024,'disk':10,'extra_specs':{'hw:cpu_policy':'%s'}}";

        assertThat(Flavors.hasShape(json(flavor.formatted("dedicated")), spec)).isTrue();
        assertThat(Flavors.hasShape(json(flavor.formatted("shared")), spec)).isFalse();
    }

    @Test
    void theChosenRangeIsTheSameForEachTry() {
        assertThat(NetworkDrafts.range(TOKEN)).matches("10\\.\\d+\\.\\d+\\.0/24");
        assertThat(NetworkDrafts.range(TOKEN))
                .isEqualTo(NetworkDrafts.range(new RequestToken("tm-1")));
    }

    @Test
    void marksAreReadBackAndForeignTextsAreNot() {
        assertThat(Marks.read(Marks.of(TOKEN))).isEqualTo("tm-1");
        assertThat(Marks.readEnd("group " + Marks.of(TOKEN))).isEqualTo("tm-1");
        assertThat(Marks.read("somebody's network")).isEmpty();
        assertThat(Marks.readEnd("somebody's group")).isEmpty();
    }

    @Test
    void aShareOfASpanningLinkLiesOnItsVlanWithItsOwnPool() throws IOException {
        NetworkSpec spec =
                new NetworkSpec(
                        "vld/data",
                        new IpProfile(
                                "10.9.0.0/24",
                                IpProfile.NO_GATEWAY,
                                List.of(),
                                false,
                                List.of(new IpProfile.Pool("10.9.0.2", "10.9.0.127")),
                                List.of(new IpProfile.Route("10.8.0.0/16", "10.9.0.1"))),
                        "wan",
                        "vlan:1203",
                        1450);

        assertThat((JsonNode) NetworkDrafts.network(spec, TOKEN))
                .isEqualTo(
                        json(
                                "{'network':{'name':'vld/data','description':'telamon:tm-1',"
                                        + "'provider:physical_network':'wan','provider:network_type':'vlan',"
                                        + "'provider:segmentation_id':'1203','mtu':1450}}"));
        assertThat((JsonNode) NetworkDrafts.subnet("net-1", spec, TOKEN))
                .isEqualTo(
                        json(
                                "{'subnet':{'network_id':'net-1','name':'vld/data','description':'telamon:tm-1',"
                                        + "'cidr':'10.9.0.0/24','ip_version':4,'enable_dhcp':false,"
                                        + "'gateway_ip':null,'dns_nameservers':[],"
                                        + "'allocation_pools':[{'start':'10.9.0.2','end':'10.9.0.127'}],"
                                        + "'host_routes':[{'destination':'10.8.0.0/16','nexthop':'10.9.0.1'}]}}"));
    }
}
