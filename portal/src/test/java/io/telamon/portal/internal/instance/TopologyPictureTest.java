/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopologyPictureTest {
    private final Harness harness = Harness.as("admin");

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aServiceIsDrawnInLayersDownToItsConnectionPoints() {
        NsInstanceId id = harness.running("shop");

        Graph.Picture picture = picture(id);

        assertThat(picture.nodes()).filteredOn(node -> node.kind().equals("ns")).hasSize(1);
        assertThat(picture.nodes()).filteredOn(node -> node.kind().equals("vnf")).hasSize(2);
        assertThat(picture.nodes()).filteredOn(node -> node.kind().equals("server")).hasSize(3);
        assertThat(picture.nodes()).filteredOn(node -> node.kind().equals("network")).hasSize(2);
        assertThat(picture.nodes()).filteredOn(node -> node.kind().equals("cp")).hasSize(6);
    }

    @Test
    void aMemberTellsTheCloudOfItsMachines() {
        NsInstanceId id = harness.running("shop");
        ResourceView machine = harness.ns.resources(Harness.ADMIN, id).get(0);

        Graph.Picture picture = picture(id);

        assertThat(picture.nodes())
                .filteredOn(node -> node.kind().equals("vnf"))
                .extracting(Graph.Node::detail)
                .containsOnly(machine.account());
    }

    @Test
    void everyEdgeJoinsTwoNodesThatAreDrawn() {
        NsInstanceId id = harness.running("shop");

        Graph.Picture picture = picture(id);
        List<String> ids = picture.nodes().stream().map(Graph.Node::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(picture.edges())
                .isNotEmpty()
                .allMatch(edge -> ids.contains(edge.from()) && ids.contains(edge.to()));
    }

    @Test
    void aMemberLooksAsBadAsItsWorstMachine() {
        NsInstanceId id = harness.running("fail-shop");

        assertThat(picture(id).nodes())
                .filteredOn(node -> node.id().equals("member/2"))
                .extracting(Graph.Node::tone)
                .containsExactly("bad");
    }

    @Test
    void withoutResourcesThereIsNothingToDraw() {
        NsView fresh =
                harness.ns.create(
                        Harness.ADMIN, "shop", "", harness.world.packageOf("two-tier").id());

        assertThat(new TopologyPicture(fresh, List.of()).draw().nodes()).isEmpty();
    }

    @Test
    void aChainIsDrawnAsTheStepsOfItsPackets() {
        NsInstanceId id = harness.running("shop");
        List<ResourceView> resources = new ArrayList<>(harness.ns.resources(Harness.ADMIN, id));
        List<Value> ports = ports(resources).toList();
        resources.add(chain(resources.get(0), ports));

        Graph.Picture picture =
                new TopologyPicture(harness.ns.get(Harness.ADMIN, id), resources).draw();

        assertThat(picture.edges())
                .filteredOn(edge -> edge.kind().equals("step"))
                .extracting(Graph.Edge::from, Graph.Edge::to)
                .containsExactly(
                        tuple(point(ports.get(0)), point(ports.get(1))),
                        tuple(point(ports.get(0)), point(ports.get(2))),
                        tuple(point(ports.get(1)), point(ports.get(3))),
                        tuple(point(ports.get(2)), point(ports.get(3))));
    }

    @Test
    void aChainSaysWhatWasCountedAtEachPosition() {
        List<ResourceView> resources = harness.ns.resources(Harness.ADMIN, harness.running("shop"));
        Resource chain = chain(resources.get(0), ports(resources).toList()).resource();

        String text = new ChainPath(chain, key -> "the " + key).getElement().getTextRecursively();

        assertThat(text)
                .contains("ip-proto 6, from the " + ports(resources).toList().get(0).resource())
                .contains("7 packets, 588 B came in")
                .contains("5 packets, 420 B came in on the way back");
    }

    /** From the first port to the second or third, then through the fourth. */
    private static ResourceView chain(ResourceView like, List<Value> ports) {
        ChainSpec spec =
                new ChainSpec(
                        "path",
                        List.of(
                                new ChainSpec.Hop(0, ports.get(1), ports.get(1)),
                                new ChainSpec.Hop(0, ports.get(2), ports.get(2)),
                                new ChainSpec.Hop(1, ports.get(3), ports.get(3))),
                        List.of(
                                new ChainSpec.Classifier(
                                        "tcp", ports.get(0), Map.of("ip-proto", "6"))),
                        true);
        Map<String, String> counters =
                Map.of(
                        "packets/0", "7",
                        "bytes/0", "588",
                        "back-packets/1", "5",
                        "back-bytes/1", "420");
        return new ResourceView(
                new Resource(
                        ResourceId.create(),
                        like.resource().owner(),
                        "vnffg/path",
                        spec,
                        like.resource().token(),
                        ResourceState.ACTIVE,
                        "c1",
                        counters,
                        false),
                "sdn");
    }

    private static Stream<Value> ports(List<ResourceView> resources) {
        return resources.stream()
                .map(ResourceView::resource)
                .filter(thing -> thing.spec() instanceof ServerSpec)
                .flatMap(
                        thing ->
                                ((ServerSpec) thing.spec())
                                        .interfaces().stream()
                                                .map(
                                                        card ->
                                                                Value.ref(
                                                                        thing.key(),
                                                                        "port/" + card.name())));
    }

    private static String point(Value port) {
        return port.resource() + "#" + port.attribute().replace("port/", "");
    }

    private Graph.Picture picture(NsInstanceId id) {
        return new TopologyPicture(
                        harness.ns.get(Harness.ADMIN, id), harness.ns.resources(Harness.ADMIN, id))
                .draw();
    }
}
