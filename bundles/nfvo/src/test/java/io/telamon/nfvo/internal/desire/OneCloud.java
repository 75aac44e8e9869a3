/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.LaneId;
import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.nfvo.internal.Descriptors;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.testkit.Samples;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service of one member {@code 1} on one cloud, whose connection point is on the link data. */
final class OneCloud {
    final LaneId lane = LaneId.of(new VimAccountId("edge"));
    final Set<String> abilities = new HashSet<>();
    final Map<String, String> settings = new HashMap<>();
    final Map<String, String> parameters = new HashMap<>();
    final Map<String, String> networks = new HashMap<>();
    final Map<String, String> groups = new HashMap<>();
    final Map<String, String> external = new HashMap<>();
    int count = 1;
    PackagedImages images = (vnf, name) -> Optional.empty();
    VirtualLink data = VirtualLink.lan("data");

    DesiredTopology desired(VnfDescriptor vnfd) {
        NsDescriptor nsd =
                NsDescriptor.builder(DescriptorInfo.of("one", "1.0"))
                        .members(List.of(Descriptors.member("1", vnfd.id(), "data")))
                        .virtualLinks(List.of(data))
                        .build();
        Map<String, Integer> counts = new HashMap<>();
        vnfd.vdus().forEach(vdu -> counts.put(vdu.id(), count));
        VnfInstance member =
                new VnfInstance(
                        "1",
                        vnfd.id(),
                        new PackageId("pkg"),
                        new VimAccountId(lane.id()),
                        "told so",
                        counts,
                        Map.of());
        Topology topology = new Topology(List.of(member), parameters, Topology.REPORT, Map.of());
        ServicePicture picture =
                new ServicePicture(nsd, Map.of("1", vnfd), Map.of(), topology, images);
        return DesiredTopology.of(picture, clouds(), Joins::none);
    }

    private Clouds clouds() {
        Inventory seen =
                new Inventory(
                        Samples.NOW,
                        abilities,
                        Map.of(Inventory.ANY, Inventory.ANY),
                        networks,
                        Set.of(),
                        Quota.unlimited(),
                        Quota.zero(),
                        groups,
                        external);
        return new Clouds(
                Map.of(
                        lane,
                        Samples.account(Samples.tenant(), lane, "edge").withSettings(settings)),
                Map.of(lane, seen),
                Map.of());
    }

    List<String> refusals(VnfDescriptor vnfd) {
        return desired(vnfd).refusals().stream().map(Refusal::reason).toList();
    }

    <S extends ResourceSpec> S spec(VnfDescriptor vnfd, Class<S> kind, String key) {
        return desired(vnfd).things().stream()
                .filter(thing -> thing.key().equals(key))
                .map(Desired::spec)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    List<String> keys(VnfDescriptor vnfd) {
        return desired(vnfd).things().stream().map(Desired::key).toList();
    }
}
