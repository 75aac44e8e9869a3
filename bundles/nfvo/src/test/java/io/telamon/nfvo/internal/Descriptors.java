/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal;

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
import io.telamon.model.descriptor.VnfDescriptorBuilder;
import io.telamon.model.descriptor.VnfMember;
import java.util.List;
import java.util.Optional;

/** Descriptors of a small shop: web servers that scale, a database, one link between them. */
public final class Descriptors {
    private Descriptors() {}

    /** One or more servers that scale by one, on the connection point {@code front}. */
    public static VnfDescriptor web() {
        return vnfd("web", new InstanceRange(1, 1, 3), 2).build();
    }

    /** One server that does not scale. */
    public static VnfDescriptor db() {
        return vnfd("db", InstanceRange.one(), 0).build();
    }

    /** A VNF of one VDU {@code srv} of two vCPUs with a card outside and one inside. */
    public static VnfDescriptorBuilder vnfd(String id, InstanceRange count, int maxLevel) {
        return VnfDescriptor.builder(DescriptorInfo.of(id, "1.0"))
                .vdus(List.of(vdu(count)))
                .virtualLinks(List.of(VirtualLink.lan("inner")))
                .flavours(
                        List.of(
                                DeploymentFlavour.scaling(
                                        "default",
                                        List.of(
                                                ScalingAspect.uniform(
                                                        "grow", maxLevel, "srv", 1)))));
    }

    private static Vdu vdu(InstanceRange count) {
        return Vdu.builder("srv", ComputeSpec.of(2, 1024, 5))
                .image(VduImage.named("debian"))
                .count(count)
                .interfaces(
                        List.of(
                                VduInterface.of(
                                        "eth0", 0, InterfaceAttachment.external("cp0", "front")),
                                VduInterface.of(
                                        "eth1", 1, InterfaceAttachment.internal("cp1", "inner"))))
                .build();
    }

    /** A member whose {@code front} is on a link. */
    public static VnfMember member(String index, String vnfd, String link) {
        return new VnfMember(
                index,
                vnfd,
                Optional.empty(),
                Optional.empty(),
                List.of(LinkConnection.of("front", link)));
    }

    /** Web and database on one link. */
    public static NsDescriptor shop() {
        return NsDescriptor.builder(DescriptorInfo.of("shop", "1.0"))
                .members(List.of(member("1", "web", "data"), member("2", "db", "data")))
                .virtualLinks(List.of(VirtualLink.lan("data")))
                .build();
    }

    /** A shop beside a web server of its own. */
    public static NsDescriptor mall() {
        return NsDescriptor.builder(DescriptorInfo.of("mall", "1.0"))
                .members(List.of(member("1", "web", "data")))
                .nestedMembers(
                        List.of(new NestedNsMember("inner", "shop", Optional.empty(), List.of())))
                .virtualLinks(List.of(VirtualLink.lan("data")))
                .build();
    }
}
