/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Specs become what heat wants to read. */
class StackBodiesTest {
    private static final RequestToken TOKEN = new RequestToken("tm-1");

    private static ArtifactRef file(String path) {
        return new ArtifactRef(new PackageId("pkg"), path, 1);
    }

    private static StackSpec spec(String name, Map<String, Value> parameters) {
        Map<String, ArtifactRef> files = Map.of("web.yaml", file("hot/parts/web.yaml"));
        return new StackSpec(name, file("hot/box.yaml"), files, parameters);
    }

    @Test
    void templateAndFilesAreSentAsTexts() {
        StackBodies bodies =
                new StackBodies(
                        file ->
                                new ByteArrayInputStream(
                                        ("at " + file.path()).getBytes(StandardCharsets.UTF_8)));

        JsonNode body = bodies.of(spec("box", Map.of("size", Value.of("3"))), TOKEN);

        assertThat(body.path("template").asText()).isEqualTo("at hot/box.yaml");
        assertThat(body.at("/files/web.yaml").asText()).isEqualTo("at hot/parts/web.yaml");
        assertThat(body.path("tags").asText()).isEqualTo("telamon:tm-1");
        assertThat(body.at("/parameters/size").asText()).isEqualTo("3");
    }

    @Test
    void aSlashLeadsIntoAMapAndJsonStaysJson() {
        JsonNode parameters =
                StackBodies.parameters(
                        Map.of(
                                "nfv/VDU/web/flavor", Value.of("f-1"),
                                "nfv/CP/cp/network", Value.of("n-1"),
                                "zones", Value.of("[\"a\",\"b\"]"),
                                "odd", Value.of("{not json")));

        assertThat(parameters.at("/nfv/VDU/web/flavor").asText()).isEqualTo("f-1");
        assertThat(parameters.at("/nfv/CP/cp/network").asText()).isEqualTo("n-1");
        assertThat(parameters.at("/zones/1").asText()).isEqualTo("b");
        assertThat(parameters.path("odd").asText()).isEqualTo("{not json");
    }

    @Test
    void namesAreWhatHeatAllowsAndNeverMeet() {
        assertThat(Stacks.name(spec("vnf-1/stack", Map.of()), TOKEN)).isEqualTo("vnf-1-stack-tm-1");
        assertThat(Stacks.name(spec("1", Map.of()), TOKEN)).isEqualTo("s1-tm-1");
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        StackBodies bodies =
                new StackBodies(
                        file -> {
                            throw new FileNotFoundException("gone");
                        });

        assertThatThrownBy(() -> bodies.of(spec("box", Map.of()), TOKEN))
                .isInstanceOf(TelamonException.class)
                .hasMessageContaining("hot/");
    }
}
