/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VnfDescriptorTest {
    private static final Vdu CACHE =
            Vdu.builder("cache", ComputeSpec.of(1, 512, 2))
                    .count(new InstanceRange(1, 2, 5))
                    .build();

    @Test
    void withoutFlavourThereIsOneNamedDefault() {
        var vnfd = VnfDescriptor.builder(DescriptorInfo.of("edge", "1.0")).build();

        assertThat(vnfd.defaultFlavour().id()).isEqualTo("default");
        assertThat(vnfd.scalingAspects()).isEmpty();
    }

    @Test
    void initialCountComesFromLevelThenFlavourThenVdu() {
        var levels =
                List.of(
                        new InstantiationLevel("small", Map.of("cache", 1), Map.of()),
                        new InstantiationLevel("big", Map.of("cache", 4), Map.of()));
        var levelled =
                new DeploymentFlavour("a", Map.of(), levels, Optional.of("small"), List.of());
        var ranged =
                new DeploymentFlavour(
                        "b",
                        Map.of("cache", new InstanceRange(1, 3, 9)),
                        List.of(),
                        Optional.empty(),
                        List.of());
        var plain = DeploymentFlavour.plain("c");
        var vnfd =
                VnfDescriptor.builder(DescriptorInfo.of("edge", "1.0"))
                        .vdus(List.of(CACHE))
                        .flavours(List.of(levelled, ranged, plain))
                        .build();

        assertThat(vnfd.initialCount(CACHE, levelled, Optional.empty())).isEqualTo(1);
        assertThat(vnfd.initialCount(CACHE, levelled, Optional.of("big"))).isEqualTo(4);
        assertThat(vnfd.initialCount(CACHE, ranged, Optional.empty())).isEqualTo(3);
        assertThat(vnfd.initialCount(CACHE, plain, Optional.of("unknown"))).isEqualTo(2);
        assertThat(vnfd.range(CACHE, ranged).max()).isEqualTo(9);
    }

    @Test
    void findsItsPartsById() {
        var vnfd =
                VnfDescriptor.builder(DescriptorInfo.of("edge", "1.0"))
                        .vdus(List.of(CACHE))
                        .connectionPoints(List.of(ConnectionPoint.ofVdu("front", "cache", "eth0")))
                        .build();

        assertThat(vnfd.vdu("cache")).contains(CACHE);
        assertThat(vnfd.vdu("none")).isEmpty();
        assertThat(vnfd.connectionPoint("front").flatMap(ConnectionPoint::vduId)).contains("cache");
        assertThat(vnfd.flavour("default")).isPresent();
        assertThat(vnfd.serverless()).isFalse();
    }

    @Test
    void aFunctionMakesTheVnfServerless() {
        var ping = new ServerlessFunction("guest", "media", "ping", FunctionStart.IMMEDIATE);
        var vdu = Vdu.builder("ping", ComputeSpec.of(1, 1, 0)).function(ping).build();
        var vnfd =
                VnfDescriptor.builder(DescriptorInfo.of("ping", "1.0")).vdus(List.of(vdu)).build();

        assertThat(vnfd.serverless()).isTrue();
        assertThat(ping.path()).isEqualTo("/guest/media/ping");
    }

    @Test
    void listsAreCopied() {
        var vdus = new ArrayList<>(List.of(CACHE));
        var vnfd = VnfDescriptor.builder(DescriptorInfo.of("edge", "1.0")).vdus(vdus).build();

        vdus.clear();

        assertThat(vnfd.vdus()).containsExactly(CACHE);
    }

    @Test
    void aBlankIdIsRefused() {
        assertThatThrownBy(() -> DescriptorInfo.of(" ", "1.0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void imageNameDependsOnVimType() {
        var aws = new ImageAlternative(Optional.of("aws"), "ami-1");
        var image =
                new VduImage(
                        "ubuntu",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new ImageAlternative(Optional.empty(), "any"), aws));

        assertThat(image.nameFor("aws")).isEqualTo("ami-1");
        assertThat(image.nameFor("openstack")).isEqualTo("ubuntu");
    }
}
