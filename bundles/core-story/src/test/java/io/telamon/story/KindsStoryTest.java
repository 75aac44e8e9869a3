/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.SecurityRule;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.northbound.api.NsChange;
import io.telamon.vim.spi.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes with machines lives and goes with their service. */
class KindsStoryTest {
    private final Core core = new Core();

    @AfterEach
    void stop() {
        core.close();
    }

    private PackageId onboard() {
        VduInterface card =
                new VduInterface(
                        "eth0",
                        0,
                        InterfaceType.VIRTIO,
                        InterfaceAttachment.external("cp0", "front"),
                        new InterfaceAddress(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("random")),
                        new InterfaceTraits(
                                Optional.empty(),
                                true,
                                Optional.of(true),
                                List.of("default"),
                                List.of("web")));
        Vdu vdu =
                Vdu.builder("srv", ComputeSpec.of(1, 512, 5))
                        .image(VduImage.named("debian-12"))
                        .volumes(
                                List.of(
                                        disk("root", Optional.of("debian-12")),
                                        disk("data", Optional.empty())))
                        .interfaces(List.of(card))
                        .build();
        core.catalog.add(
                core.tenant,
                VnfDescriptor.builder(DescriptorInfo.of("web", "1.0"))
                        .vdus(List.of(vdu))
                        .securityRules(
                                List.of(
                                        new SecurityRule(
                                                "web",
                                                true,
                                                IpVersion.IPV4,
                                                "tcp",
                                                new PortRange(80, 80))))
                        .build());
        return core.catalog.add(core.tenant, Shop.service("shop", List.of()));
    }

    private static VolumeSpec disk(String id, Optional<String> image) {
        return new VolumeSpec(id, 3, VolumeKind.PERSISTENT, image);
    }

    private String address(int at) {
        List<Observation> all = core.there("one", FloatingAddressSpec.class);
        assertThat(all).hasSize(2);
        return all.get(at).attributes().get(FloatingAddressSpec.ADDRESS);
    }

    @Test
    void theyAreThereWithTheServiceAndGoWithIt() {
        LaneId lane = core.account("one", Map.of("build-ms", "20", "delete-ms", "20"));
        NsInstanceId id = core.service("a", onboard());

        core.change(
                id,
                new NsChange.Instantiate(Map.of(), Map.of(), "report"),
                OperationState.COMPLETED);

        assertThat(core.there("one", SecurityGroupSpec.class)).hasSize(2);
        assertThat(core.there("one", RouterSpec.class)).hasSize(1);
        assertThat(core.there("one", BlockVolumeSpec.class)).hasSize(4);
        assertThat(core.there("one", ServerSpec.class))
                .allSatisfy(
                        server ->
                                assertThat(server.attributes().get("security/eth0"))
                                        .contains("security-group-", "default"));
        String first = address(0);
        assertThat(first).startsWith("198.18.");
        assertThat(core.janitor.audit(lane)).isEmpty();

        core.change(
                id, new NsChange.Heal("1", "vnf/1/vdu/srv/0", "wanted"), OperationState.COMPLETED);
        assertThat(address(0)).isEqualTo(first);
        assertThat(core.there("one", BlockVolumeSpec.class)).hasSize(4);
        assertThat(core.janitor.audit(lane)).isEmpty();

        core.change(id, new NsChange.Terminate(), OperationState.COMPLETED);
        assertThat(core.there("one")).isEmpty();
        assertThat(core.recorded(lane)).isEmpty();
        assertThat(core.reserved(lane)).isEqualTo(Quota.zero());
    }
}
