/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduBuilder;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Persistent disks become volumes of each server, and the right one boots. */
class VolumesTest {
    private static final String SERVER = "vnf/1/vdu/srv/0";

    private final OneCloud cloud = new OneCloud();

    private static VolumeSpec disk(String id, VolumeKind kind, String image) {
        return new VolumeSpec(id, 7, kind, Optional.ofNullable(image));
    }

    private static VnfDescriptor vnfd(String image, VolumeSpec... disks) {
        VduBuilder vdu = Vdu.builder("srv", ComputeSpec.of(1, 512, 1)).volumes(List.of(disks));
        if (image != null) {
            vdu.image(VduImage.named(image));
        }
        return VnfDescriptor.builder(DescriptorInfo.of("web", "1.0"))
                .vdus(List.of(vdu.build()))
                .build();
    }

    private ServerSpec server(VnfDescriptor vnfd) {
        assertThat(cloud.refusals(vnfd)).isEmpty();
        return cloud.spec(vnfd, ServerSpec.class, SERVER);
    }

    @Test
    void eachPersistentDiskIsAVolumeOfEachServer() {
        cloud.abilities.add(VimAbility.VOLUME);
        cloud.count = 2;
        VnfDescriptor vnfd =
                vnfd(
                        "debian",
                        disk("data", VolumeKind.PERSISTENT, null),
                        disk("tmp", VolumeKind.EPHEMERAL, null));

        assertThat(server(vnfd).disks())
                .containsExactly(new ServerSpec.Disk(Value.ref(SERVER + "/volume/data"), false));
        assertThat(server(vnfd).image().text()).isEqualTo("debian");
        assertThat(cloud.spec(vnfd, BlockVolumeSpec.class, SERVER + "/volume/data").sizeGb())
                .isEqualTo(7);
        assertThat(cloud.keys(vnfd)).contains("vnf/1/vdu/srv/1/volume/data");
    }

    @Test
    void theVolumeWithTheImageBoots() {
        cloud.abilities.add(VimAbility.VOLUME);
        VolumeSpec root = disk("root", VolumeKind.PERSISTENT, "debian");
        VolumeSpec data = disk("data", VolumeKind.PERSISTENT, "samples");

        for (VnfDescriptor vnfd : List.of(vnfd(null, root, data), vnfd("debian", data, root))) {
            ServerSpec server = server(vnfd);
            assertThat(server.image()).isEqualTo(Value.of(""));
            assertThat(server.disks())
                    .filteredOn(ServerSpec.Disk::boots)
                    .extracting(disk -> disk.volume().resource())
                    .containsExactly(SERVER + "/volume/root");
        }
        assertThat(server(vnfd("other", data)).disks()).noneMatch(ServerSpec.Disk::boots);
    }

    @Test
    void aCloudWithoutVolumesIsToldUnlessTheyAreSkipped() {
        VnfDescriptor vnfd = vnfd("debian", disk("root", VolumeKind.PERSISTENT, "debian"));

        assertThat(cloud.refusals(vnfd))
                .singleElement()
                .asString()
                .contains("does not offer volumes (volume)")
                .endsWith("volumes=skip goes without");
        cloud.parameters.put("volumes", "skip");
        assertThat(server(vnfd).disks()).isEmpty();
        assertThat(server(vnfd).image().text()).isEqualTo("debian");
    }
}
