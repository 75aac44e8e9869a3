/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.ChainSpec.Classifier;
import io.telamon.model.resource.ChainSpec.Hop;
import io.telamon.model.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which flows a chain becomes, and what is refused with which words. */
class RendererTest {
    private static final String UUID = "0b1c2d3e-4f50-4111-8222-333344445555";

    private final Map<SwitchPort, String> ports = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Fabric.Link> links =
            List.of(
                    link("openflow:1:9", "openflow:2:9"),
                    link("openflow:2:9", "openflow:1:9"),
                    link("openflow:2:8", "openflow:3:8"),
                    link("openflow:3:8", "openflow:2:8"));

    RendererTest() {
        for (String node : List.of("openflow:1", "openflow:2", "openflow:3")) {
            for (int i = 1; i < 10; i++) {
                ports.put(new SwitchPort(node, "" + i), "p" + node.charAt(9) + "-" + i);
            }
        }
        ports.put(new SwitchPort("openflow:1", "20"), "qvo0b1c2d3e-4f");
    }

    private static Fabric.Link link(String from, String to) {
        return new Fabric.Link(SwitchPort.of(from), SwitchPort.of(to));
    }

    private static Hop hop(int position, String in, String out) {
        return new Hop(position, Value.of(in), Value.of(out));
    }

    private static Classifier web(String source, String... more) {
        Map<String, String> match = new LinkedHashMap<>();
        match.put("ip-proto", "6");
        match.put("destination-port", "80");
        for (int i = 0; i < more.length; i += 2) {
            match.put(more[i], more[i + 1]);
        }
        return new Classifier("web", Value.of(source), match);
    }

    private List<String> render(boolean symmetric, Classifier rule, Hop... hops) {
        ChainSpec spec = new ChainSpec("c", List.of(hops), List.of(rule), symmetric);
        Fabric fabric = new Fabric(ports, List.of("tap", "qvo"), () -> links);
        return new Renderer(spec, new Mark("t"), fabric, AccountSettings.of(settings))
                .render().flows().stream().map(RendererTest::text).toList();
    }

    private static String text(Flow flow) {
        String way =
                flow.way() instanceof Flow.Out out
                        ? out.port()
                        : flow.way() instanceof Flow.Share ? "group" : flow.way().toString();
        String port = flow.port().isEmpty() ? "any" : flow.port();
        return "%s %s > %s %s".formatted(flow.node(), port, way, flow.role().text());
    }

    @Test
    void aOneWayChainEntersPassesAndLeaves() {
        assertThat(render(false, web("p1-1"), hop(0, "p1-3", "p1-4"), hop(4, "p1-5", "p1-6")))
                .containsExactly(
                        "openflow:1 1 > 3 in 0",
                        "openflow:1 4 > 5 to 4",
                        "openflow:1 6 > NORMAL to out");
    }

    @Test
    void theWayBackPassesTheSameFunctionsAndEndsWhereTheTrafficCameFrom() {
        assertThat(
                        render(
                                true,
                                web("p1-1", "source-prefix", "10.0.0.7/32"),
                                hop(0, "p1-3", "p1-4"),
                                hop(1, "p1-5", "p1-6")))
                .contains(
                        "openflow:1 any > 6 in 1 back",
                        "openflow:1 5 > 4 to 0 back",
                        "openflow:1 3 > 1 to out back");
    }

    @Test
    void withoutAnAddressTheWayBackEndsLikeAnyOtherTraffic() {
        settings.put("exit", "table:7");

        assertThat(render(true, web("p1-1"), hop(0, "p1-3", "p1-4")))
                .contains(
                        "openflow:1 4 > Table[id=7] to out",
                        "openflow:1 3 > Table[id=7] to out back");
    }

    @Test
    void functionsOfOnePositionGetAGroupAndEachIsLeft() {
        assertThat(
                        render(
                                false,
                                web(""),
                                hop(0, "p1-3", "p1-3"),
                                hop(0, "p1-4", "p1-4"),
                                hop(1, "p1-5", "p1-5")))
                .containsExactly(
                        "openflow:1 any > group in 0",
                        "openflow:1 3 > 5 to 1",
                        "openflow:1 4 > 5 to 1",
                        "openflow:1 5 > NORMAL to out");
    }

    @Test
    void aSymmetricChainCannotShareAPosition() {
        assertThatThrownBy(
                        () ->
                                render(
                                        true,
                                        web("p1-1"),
                                        hop(2, "p1-3", "p1-4"),
                                        hop(2, "p1-5", "p1-6")))
                .hasMessageContaining("2 functions share position 2")
                .hasMessageContaining("one-way");
    }

    @Test
    void aChainOverSwitchesFollowsTheLinks() {
        assertThat(
                        render(
                                false,
                                web("p1-1", "network_dst_port_id", "p1-2"),
                                hop(0, "p3-1", "p3-2")))
                .containsExactly(
                        "openflow:1 1 > 9 in 0",
                        "openflow:2 9 > 8 to via",
                        "openflow:3 8 > 1 to via",
                        "openflow:3 2 > 8 to out",
                        "openflow:2 8 > 9 to via",
                        "openflow:1 9 > 2 to via");
    }

    @Test
    void aChainThatCrossesALinkTwiceTheSameWayIsRefused() {
        assertThatThrownBy(
                        () ->
                                render(
                                        false,
                                        web("p1-1"),
                                        hop(0, "p2-1", "p2-2"),
                                        hop(1, "p1-3", "p1-4"),
                                        hop(2, "p2-3", "p2-4")))
                .hasMessageContaining("would have to go two ways")
                .hasMessageContaining("port 9 of openflow:2");
    }

    @Test
    void switchesWithoutALinkAreNamed() {
        ChainSpec spec =
                new ChainSpec("c", List.of(hop(0, "p3-1", "p3-1")), List.of(web("p1-1")), false);
        Fabric fabric = new Fabric(ports, List.of(), List::of);

        assertThatThrownBy(
                        () ->
                                new Renderer(
                                                spec,
                                                new Mark("t"),
                                                fabric,
                                                AccountSettings.of(settings))
                                        .render())
                .hasMessageContaining("no way from openflow:1 to openflow:3")
                .hasMessageContaining("LLDP");
    }

    @Test
    void whateverLeavesAFunctionGoesOnWhenTheAccountSaysSo() {
        settings.put("steer", "port");

        assertThat(render(false, web("p1-1", "dscp", "10"), hop(0, "p1-3", "p1-4")))
                .containsExactly("openflow:1 1 > 3 in 0", "openflow:1 4 > NORMAL to out");
    }

    @Test
    void packetsThatCannotBeToldApartAreRefused() {
        Classifier pings = new Classifier("pings", Value.of(""), Map.of("ip-proto", "1"));

        assertThatThrownBy(() -> render(true, pings, hop(0, "p1-3", "p1-4")))
                .hasMessageContaining("from port any of openflow:1 would have to go two ways")
                .hasMessageContaining("use another port or a narrower classifier");
    }

    @Test
    void aClassifierThatTakesEverythingIsRefused() {
        Classifier all = new Classifier("all", Value.of("p1-1"), Map.of());

        assertThat(render(false, all, hop(0, "p1-3", "p1-4"))).hasSize(2);
        assertThatThrownBy(() -> render(true, all, hop(0, "p1-3", "p1-4")))
                .hasMessageContaining("every packet of the switch on the way back")
                .hasMessageContaining("classifier all");
    }

    @Test
    void whatLooksLikeALinkMayBeAFunction() {
        assertThat(render(false, web("p1-1"), hop(0, "p1-9", "p2-9")))
                .containsExactly("openflow:1 1 > 9 in 0", "openflow:2 9 > NORMAL to out");
        assertThatThrownBy(
                        () ->
                                render(
                                        false,
                                        web("p1-1"),
                                        hop(0, "p1-9", "p2-9"),
                                        hop(1, "p1-3", "p1-4")))
                .hasMessageContaining("no way from openflow:2 to openflow:1");
    }

    @Test
    void aPortOfNeutronIsFoundByItsShortenedId() {
        assertThat(render(false, web(UUID), hop(0, "p1-3", "openflow:1:4")))
                .contains("openflow:1 20 > 3 in 0");
    }

    @Test
    void aPortThatIsNotThereIsNamedWithWhatWasTried() {
        assertThatThrownBy(() -> render(false, web(""), hop(0, UUID.replace('0', '9'), "p1-4")))
                .hasMessageContaining("hop 0")
                .hasMessageContaining("qvo9b1c2d3e-4f")
                .hasMessageContaining("is its switch connected");
    }

    @Test
    void aNameOnTwoSwitchesIsRefused() {
        ports.put(new SwitchPort("openflow:2", "30"), "p1-3");

        assertThatThrownBy(() -> render(false, web(""), hop(0, "p1-3", "p1-4")))
                .hasMessageContaining("openflow:1:3")
                .hasMessageContaining("openflow:2:30");
    }
}
