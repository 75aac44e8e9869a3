/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.StackTemplate;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.Descriptors;
import io.telamon.nfvo.internal.place.Sizes;
import io.telamon.vim.spi.VimAbility;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A VNF whose package brings a template becomes one stack. */
class StacksTest {
    private static final String STACK = "vnf/1/stack";

    private final OneCloud cloud = new OneCloud();

    private static VnfDescriptor vnfd(Map<String, Boolean> parameters) {
        StackTemplate template =
                new StackTemplate(
                        "hot/box.yaml",
                        Map.of("hot/box.yaml", 100L, "hot/parts/web.yaml", 50L),
                        parameters);
        return Descriptors.vnfd("box", new InstanceRange(1, 1, 3), 2).build().with(template);
    }

    private StackSpec stack(VnfDescriptor vnfd) {
        assertThat(cloud.refusals(vnfd)).isEmpty();
        return cloud.spec(vnfd, StackSpec.class, STACK);
    }

    @Test
    void theTemplateTakesThePlaceOfTheMachines() {
        cloud.abilities.add(VimAbility.STACK);
        VnfDescriptor vnfd = vnfd(Map.of("size", false));

        assertThat(cloud.keys(vnfd)).containsExactly("vld/data", STACK);
        assertThat(stack(vnfd).template())
                .isEqualTo(new ArtifactRef(new PackageId("pkg"), "hot/box.yaml", 100));
        assertThat(stack(vnfd).files()).containsOnlyKeys("parts/web.yaml");
        assertThat(stack(vnfd).parameters()).isEmpty();
    }

    @Test
    void parametersAreGivenOrAreNetworksOfConnectionPoints() {
        cloud.abilities.add(VimAbility.STACK);
        cloud.parameters.put("vnf/1/stack/size", "3");
        VnfDescriptor vnfd = vnfd(Map.of("size", true, "front_network", true, "cp0", true));

        assertThat(stack(vnfd).parameters())
                .isEqualTo(
                        Map.of(
                                "size", Value.of("3"),
                                "front_network", Value.ref("vld/data"),
                                "cp0", Value.ref("vld/data")));
    }

    @Test
    void tackersMapHasFlavorsImagesAndNetworks() {
        cloud.abilities.add(VimAbility.STACK);
        VnfDescriptor vnfd = vnfd(Map.of("nfv", true));

        assertThat(stack(vnfd).parameters())
                .isEqualTo(
                        Map.of(
                                "nfv/VDU/srv/flavor", Value.ref("flavor/telamon-2c-1024m-5g"),
                                "nfv/VDU/srv/image", Value.of("debian"),
                                "nfv/CP/cp0/network", Value.ref("vld/data")));
        assertThat(cloud.keys(vnfd)).contains("flavor/telamon-2c-1024m-5g");
    }

    @Test
    void whatIsMissingIsNamed() {
        VnfDescriptor vnfd = vnfd(Map.of("size", true));
        assertThat(cloud.refusals(vnfd))
                .containsExactly(
                        "Account edge does not offer stacks (stack), wanted by the template"
                                + " hot/box.yaml of member 1");

        cloud.abilities.add(VimAbility.STACK);
        assertThat(cloud.refusals(vnfd))
                .containsExactly(
                        "The template hot/box.yaml of member 1 needs size: give the parameter"
                                + " vnf/1/stack/size");
    }

    @Test
    void aStackIsNotCountedInMachines() {
        VnfDescriptor vnfd = vnfd(Map.of());
        VnfInstance vnf =
                new VnfInstance(
                        "1",
                        "box",
                        new PackageId("pkg"),
                        new VimAccountId("edge"),
                        "",
                        Map.of(),
                        Map.of());

        assertThat(Sizes.initial(Descriptors.member("1", "box", "data"), vnfd)).isEmpty();
        assertThatThrownBy(
                        () ->
                                Sizes.scaled(
                                        vnf,
                                        Descriptors.member("1", "box", "data"),
                                        vnfd,
                                        "grow",
                                        1))
                .hasMessageContaining("hot/box.yaml, which says itself how large it is");
    }
}
