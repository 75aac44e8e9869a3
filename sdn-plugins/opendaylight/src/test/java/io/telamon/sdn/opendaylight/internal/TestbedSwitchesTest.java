/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import io.telamon.sdn.tck.SdnContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A chain passes a function on another switch, over the link that the controller discovered. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no controller: TELAMON_OPENDAYLIGHT does not name the testbed's folder")
class TestbedSwitchesTest {
    private static final String LLDP = "priority=100,dl_type=0x88cc,actions=CONTROLLER:65535";
    private static final String LINKS =
            "/network-topology:network-topology/topology=flow%3A1?content=nonconfig&fields=link";

    private OpenDaylightSession session;

    @BeforeEach
    void moveAFunctionToASecondSwitch() {
        Testbed.prepare();
        Testbed.empty();
        Testbed.vsctl("--may-exist", "add-br", "tbsw1");
        Testbed.vsctl(
                "set",
                "bridge",
                "tbsw1",
                "datapath_type=netdev",
                "protocols=OpenFlow13",
                "other-config:datapath-id=0000000000000078",
                "fail-mode=secure");
        patch("tbsw0", "tbp0", "tbp1");
        patch("tbsw1", "tbp1", "tbp0");
        move("tbsw0", "tbsw1");
        Testbed.connect("tbsw1");
        Testbed.forwardByAddress();
        Testbed.ofctl("tbsw0", "add-flow", LLDP);
        Testbed.ofctl("tbsw1", "add-flow", LLDP);
        session = Testbed.open(Map.of());
    }

    private static void patch(String bridge, String port, String peer) {
        Testbed.vsctl(
                "--may-exist",
                "add-port",
                bridge,
                port,
                "--",
                "set",
                "interface",
                port,
                "type=patch",
                "options:peer=" + peer,
                "ofport_request=9");
    }

    private static void move(String from, String to) {
        for (String port : List.of("tbn0", "tbn1")) {
            Testbed.vsctl(
                    "--if-exists",
                    "del-port",
                    from,
                    port,
                    "--",
                    "--may-exist",
                    "add-port",
                    to,
                    port,
                    "--",
                    "set",
                    "interface",
                    port,
                    "ofport_request=" + (port.equals("tbn0") ? 5 : 6));
        }
    }

    @AfterEach
    void moveItBack() {
        session.close();
        Testbed.empty();
        move("tbsw1", "tbsw0");
        Testbed.vsctl("--if-exists", "del-port", "tbsw0", "tbp0");
        Testbed.vsctl("--if-exists", "del-br", "tbsw1");
    }

    private static boolean linksAreKnown() {
        try (Restconf restconf = Testbed.restconf()) {
            return restconf.get("Look", LINKS)
                    .map(all -> all.findValuesAsText("link-id"))
                    .filter(ids -> ids.contains("openflow:119:9"))
                    .filter(ids -> ids.contains("openflow:120:9"))
                    .isPresent();
        }
    }

    @Test
    void packetsPassAFunctionOnAnotherSwitchThereAndBack() {
        Testbed.until(
                Duration.ofSeconds(40), "the link is known", TestbedSwitchesTest::linksAreKnown);
        ChainSpec.Classifier pings =
                new ChainSpec.Classifier(
                        "pings",
                        Value.of("tbc0"),
                        Map.of(
                                "ip-proto", "1",
                                "source-prefix", "10.77.0.1",
                                "destination-prefix", "10.77.0.2",
                                "network_dst_port_id", "tbs0"));
        List<ChainSpec.Hop> hops = List.of(Specs.fw(0), Specs.hop(1, "tbn0", "tbn1"));
        ChainSpec spec = new ChainSpec("tck-switches", hops, List.of(pings), true);
        Handle handle = new Handle(session.create(spec, SdnContract.token()).handle());
        Testbed.until(
                Duration.ofSeconds(20),
                "the chain is ACTIVE",
                () -> session.observe(handle).state() == ResourceState.ACTIVE);
        long fw = Testbed.seenBy("fw");
        long nat = Testbed.seenBy("nat");

        assertThat(Testbed.pings(3)).isTrue();

        assertThat(Testbed.seenBy("fw") - fw).isEqualTo(6);
        assertThat(Testbed.seenBy("nat") - nat).isEqualTo(6);
        assertThat(session.observe(handle).attributes())
                .containsEntry("switches", "openflow:119,openflow:120")
                .containsEntry("flows", "10");
    }
}
