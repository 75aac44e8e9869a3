/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import io.telamon.model.PackageId;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service of the stories: two web servers on one link, each growing to four. */
final class Shop {
    private Shop() {}

    /** On-boards both descriptors; answers the service's. */
    static PackageId onboard(Core core) {
        core.catalog.add(core.tenant, web());
        return core.catalog.add(core.tenant, service("shop", List.of()));
    }

    private static VnfDescriptor web() {
        Vdu vdu =
                Vdu.builder("srv", ComputeSpec.of(1, 512, 5))
                        .image(VduImage.named("debian-12"))
                        .count(new InstanceRange(1, 1, 4))
                        .interfaces(
                                List.of(
                                        VduInterface.of(
                                                "eth0",
                                                0,
                                                InterfaceAttachment.external("cp0", "front")),
                                        VduInterface.of(
                                                "eth1",
                                                1,
                                                InterfaceAttachment.internal("cp1", "inner"))))
                        .build();
        return VnfDescriptor.builder(DescriptorInfo.of("web", "1.0"))
                .vdus(List.of(vdu))
                .virtualLinks(List.of(VirtualLink.lan("inner")))
                .flavours(
                        List.of(
                                DeploymentFlavour.scaling(
                                        "default",
                                        List.of(ScalingAspect.uniform("grow", 3, "srv", 1)))))
                .build();
    }

    static NsDescriptor service(String id, List<NestedNsMember> nested) {
        List<VnfMember> members = new ArrayList<>();
        for (String index : List.of("1", "2")) {
            members.add(
                    new VnfMember(
                            index,
                            "web",
                            Optional.empty(),
                            Optional.empty(),
                            List.of(LinkConnection.of("front", "data"))));
        }
        return NsDescriptor.builder(DescriptorInfo.of(id, "1.0"))
                .members(members)
                .nestedMembers(nested)
                .virtualLinks(List.of(VirtualLink.lan("data")))
                .build();
    }
}
