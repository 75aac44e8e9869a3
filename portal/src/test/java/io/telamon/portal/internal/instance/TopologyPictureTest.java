/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.NsInstanceId;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.Graph;
import java.util.List;
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

    private Graph.Picture picture(NsInstanceId id) {
        return new TopologyPicture(
                        harness.ns.get(Harness.ADMIN, id), harness.ns.resources(Harness.ADMIN, id))
                .draw();
    }
}
