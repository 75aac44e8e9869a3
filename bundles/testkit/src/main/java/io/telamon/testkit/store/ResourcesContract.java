/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.ResourceId;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recorded resources. */
public interface ResourcesContract extends StoreUnderTest {
    /** Every kind of spec survives storage unchanged. */
    @Test
    default void everyKindOfSpecIsKept() {
        for (ResourceSpec spec : specs()) {
            Resource resource =
                    Samples.resource(
                            NsInstanceId.create(), Samples.lane(), "key/" + spec.name(), spec);

            write(unit -> unit.resources().add(List.of(resource)));

            thatFound(unit -> unit.resources().find(resource.id())).contains(resource);
        }
    }

    /** A batch of changes is stored: state, handle, attributes and wish. */
    @Test
    default void changesAreSavedInABatch() {
        NsInstanceId owner = NsInstanceId.create();
        LaneId lane = Samples.lane();
        List<Resource> planned =
                IntStream.range(10, 60)
                        .mapToObj(index -> Samples.resource(owner, lane, "k" + index))
                        .toList();
        write(unit -> unit.resources().add(planned));
        List<Resource> seen =
                planned.stream()
                        .map(
                                resource ->
                                        resource.observed(
                                                        ResourceState.ACTIVE,
                                                        "h-" + resource.key(),
                                                        Map.of("address/eth0", "10.0.0.1"))
                                                .withSpec(Samples.network("other")))
                        .toList();

        write(unit -> unit.resources().save(seen));

        thatList(unit -> unit.resources().ofInstance(owner)).isEqualTo(seen);
        thatList(
                        unit ->
                                unit.resources()
                                        .find(
                                                List.of(
                                                        seen.get(3).id(),
                                                        seen.get(1).id(),
                                                        ResourceId.create())))
                .containsExactlyInAnyOrder(seen.get(1), seen.get(3));
        thatList(unit -> unit.resources().find(List.of())).isEmpty();
    }

    /** A change of a resource that is gone is STALE. */
    @Test
    default void changeOfAGoneResourceIsStale() {
        Resource gone = Samples.resource(NsInstanceId.create(), Samples.lane(), "net");

        refused(ErrorCode.STALE, unit -> unit.resources().save(List.of(gone)));
    }

    /** Deleted resources are found by id only. */
    @Test
    default void deletedResourcesAreNotListed() {
        NsInstanceId owner = NsInstanceId.create();
        LaneId lane = Samples.lane();
        Resource first = Samples.resource(owner, lane, "b");
        Resource second = Samples.resource(owner, lane, "a");
        write(unit -> unit.resources().add(List.of(first, second)));

        thatList(unit -> unit.resources().ofInstance(owner)).containsExactly(second, first);
        thatList(unit -> unit.resources().onLane(lane)).containsExactlyInAnyOrder(first, second);

        Resource deleted = first.withState(ResourceState.DELETED);
        write(unit -> unit.resources().save(List.of(deleted)));
        thatList(unit -> unit.resources().ofInstance(owner)).containsExactly(second);
        thatList(unit -> unit.resources().onLane(lane)).containsExactly(second);
        thatFound(unit -> unit.resources().find(first.id())).contains(deleted);
        thatFound(unit -> unit.resources().byToken(first.token())).contains(deleted);
    }

    /** A shared thing is found on its lane until it is deleted; one on its way out gives way. */
    @Test
    default void sharedThingIsFoundByItsKey() {
        LaneId lane = Samples.lane();
        Resource old = Samples.resource(Resource.SHARED, lane, "flavor/x");
        Resource next = Samples.resource(Resource.SHARED, lane, "flavor/x");
        write(unit -> unit.resources().add(List.of(old)));

        assertThat(shared(lane)).containsExactly(old);
        assertThat(shared(Samples.lane())).isEmpty();

        Resource leaving = old.withState(ResourceState.DELETING);
        write(unit -> unit.resources().save(List.of(leaving)));
        assertThat(shared(lane)).containsExactly(leaving);

        write(unit -> unit.resources().add(List.of(next)));
        assertThat(shared(lane)).containsExactly(next);

        write(
                unit ->
                        unit.resources()
                                .save(
                                        List.of(
                                                leaving.withState(ResourceState.DELETED),
                                                next.withState(ResourceState.DELETED))));
        assertThat(shared(lane)).isEmpty();
    }

    /** A second plan that makes the same shared thing was decided on stale ground. */
    @Test
    default void secondSharedThingOfAKeyIsStale() {
        LaneId lane = Samples.lane();
        write(
                unit ->
                        unit.resources()
                                .add(List.of(Samples.resource(Resource.SHARED, lane, "flavor/x"))));

        refused(
                ErrorCode.STALE,
                unit ->
                        unit.resources()
                                .add(List.of(Samples.resource(Resource.SHARED, lane, "flavor/x"))));
        write(
                unit ->
                        unit.resources()
                                .add(
                                        List.of(
                                                Samples.resource(
                                                        NsInstanceId.create(), lane, "flavor/x"))));
    }

    private List<Resource> shared(LaneId lane) {
        return seen(unit -> unit.resources().shared(lane, "flavor/x")).stream().toList();
    }

    private static List<ResourceSpec> specs() {
        return List.of(
                new ImageSpec(
                        "cirros",
                        "qcow2",
                        "abcd",
                        new ArtifactRef(PackageId.create(), "images/cirros.img", 1L << 40),
                        1),
                FlavorSpec.named(2, 4096, 20, Map.of("hw:cpu_policy", "dedicated")),
                new NetworkSpec(
                        "mgmt",
                        new IpProfile("10.0.0.0/24", "10.0.0.1", List.of("8.8.8.8"), false),
                        "physnet1",
                        "vlan:100"),
                new SecurityGroupSpec(
                        "web", List.of(new SecurityGroupSpec.Rule(true, 4, "tcp", 80, 81))),
                new RouterSpec("router", "public", List.of(Value.ref("net", "subnet"))),
                new FloatingAddressSpec(
                        "floating", "public", Value.ref("vnf/1", "port/eth0"), Value.of(""), ""),
                new BlockVolumeSpec("disk", 5, Value.ref("image/1"), "zone-1"),
                server().with(List.of(new ServerSpec.Disk(Value.ref("disk"), true))),
                new StackSpec(
                        "stack",
                        new ArtifactRef(new PackageId("p"), "hot/vnf.yaml", 9),
                        Map.of("n.yaml", new ArtifactRef(new PackageId("p"), "hot/n.yaml", 9)),
                        Map.of("net", Value.ref("net"), "size", Value.of("3"))),
                new ServerGroupSpec("apart", true, "host"),
                server(),
                new ChainSpec(
                        "chain",
                        List.of(
                                new ChainSpec.Hop(
                                        0, Value.ref("vnf/1", "port/eth0"), Value.of(""))),
                        List.of(
                                new ChainSpec.Classifier(
                                        "web", Value.of("p"), Map.of("ip-proto", "6"))),
                        true));
    }

    private static ServerSpec server() {
        return new ServerSpec(
                "web",
                Value.of("image-1"),
                Value.ref("flavor/x"),
                List.of(
                        new InterfaceSpec(
                                "eth0",
                                Value.ref("net/mgmt"),
                                "10.0.0.7",
                                "02:00:00:00:00:01",
                                "virtio",
                                true)),
                "zone-a",
                Value.of(""),
                new ServerSpec.Day0("#cloud-config\nhostname: \"x\"\n", true, "key"));
    }
}
