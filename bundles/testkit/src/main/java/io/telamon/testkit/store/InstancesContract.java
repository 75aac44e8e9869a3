/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.store.api.Slice;
import io.telamon.testkit.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Network service instances. */
public interface InstancesContract extends StoreUnderTest {
    /** What is added is found as it was, with version 1. */
    @Test
    default void instanceIsFoundAsAdded() {
        LaneId lane = Samples.lane();
        Topology topology =
                new Topology(
                        List.of(Samples.member("1", PackageId.create(), lane)),
                        Map.of("colour", "blue \"quoted\" ü"),
                        Topology.HEAL,
                        Map.of("nested", NsInstanceId.create()));
        NsInstance instance = Samples.instance(Samples.tenant(), "a").with(topology);

        NsInstance added = written(unit -> unit.instances().add(instance));

        assertThat(added.version()).isEqualTo(1);
        thatFound(unit -> unit.instances().find(instance.id())).contains(added);
        assertThat(added.topology()).isEqualTo(topology);
        thatFound(unit -> unit.instances().findByName(instance.tenant(), "a")).contains(added);
    }

    /** A name is free in another tenant and taken in the same. */
    @Test
    default void instanceNameIsUniqueInItsTenant() {
        TenantId tenant = Samples.tenant();
        write(unit -> unit.instances().add(Samples.instance(tenant, "a")));

        refused(
                ErrorCode.ALREADY_EXISTS,
                unit -> unit.instances().add(Samples.instance(tenant, "a")));
        write(unit -> unit.instances().add(Samples.instance(Samples.tenant(), "a")));
    }

    /** Saving raises the version; an old version is STALE, as is an instance that is gone. */
    @Test
    default void instanceSaveChecksTheVersion() {
        NsInstance added =
                written(unit -> unit.instances().add(Samples.instance(Samples.tenant(), "a")));
        NsInstance changed = added.with(NsState.INSTANTIATED, null, Samples.NOW.plusSeconds(1));

        NsInstance saved = written(unit -> unit.instances().save(changed));

        assertThat(saved.version()).isEqualTo(2);
        thatFound(unit -> unit.instances().find(added.id())).contains(saved);
        refused(ErrorCode.STALE, unit -> unit.instances().save(changed));
        refused(
                ErrorCode.STALE,
                unit -> unit.instances().save(Samples.instance(added.tenant(), "gone")));
    }

    /** Lists are in id order and can be followed page by page. */
    @Test
    default void instancesArePagedInIdOrder() {
        TenantId tenant = Samples.tenant();
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 7)
                .mapToObj(index -> Samples.instance(tenant, "n" + index))
                .peek(instance -> ids.add(instance.id().value()))
                .forEach(instance -> write(unit -> unit.instances().add(instance)));
        ids.sort(Comparator.naturalOrder());

        List<String> paged = new ArrayList<>();
        List<NsInstance> page = page(tenant, "");
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            page.forEach(instance -> paged.add(instance.id().value()));
            page = page(tenant, paged.get(paged.size() - 1));
        }

        assertThat(paged).isEqualTo(ids);
        thatList(unit -> unit.instances().list(null, Slice.all()))
                .extracting(instance -> instance.id().value())
                .containsAll(ids);
    }

    /** An instance uses its NSD and the VNFDs of its members, as last saved. */
    @Test
    default void instancesAreFoundByPackage() {
        PackageId vnf = PackageId.create();
        NsInstance added =
                written(unit -> unit.instances().add(Samples.instance(Samples.tenant(), "a")));

        assertThat(using(added.nsd())).containsExactly(added.id());
        assertThat(using(vnf)).isEmpty();

        NsInstance placed = written(unit -> unit.instances().save(with(added, vnf)));
        assertThat(using(vnf)).containsExactly(added.id());

        write(unit -> unit.instances().save(placed.with(Topology.empty())));
        assertThat(using(vnf)).isEmpty();
        assertThat(using(added.nsd())).containsExactly(added.id());
    }

    /** An instance is on the accounts of its members and of its resources that are not deleted. */
    @Test
    default void instancesAreFoundByLane() {
        LaneId lane = Samples.lane();
        TenantId tenant = Samples.tenant();
        NsInstance placed =
                Samples.instance(tenant, "placed")
                        .with(
                                new Topology(
                                        List.of(Samples.member("1", PackageId.create(), lane)),
                                        Map.of(),
                                        Topology.REPORT,
                                        Map.of()));
        NsInstance owner = Samples.instance(tenant, "owner");
        NsInstance former = Samples.instance(tenant, "former");
        write(
                unit -> {
                    List.of(placed, owner, former).forEach(unit.instances()::add);
                    unit.resources()
                            .add(
                                    List.of(
                                            Samples.resource(owner.id(), lane, "net"),
                                            Samples.resource(former.id(), lane, "net")
                                                    .withState(ResourceState.DELETED)));
                });

        thatList(unit -> unit.instances().on(lane))
                .extracting(NsInstance::name)
                .containsExactlyInAnyOrder("placed", "owner");
    }

    /** Removal takes everything that belongs to the instance and nothing else. */
    @Test
    default void removalTakesAllThatBelongsToIt() {
        LaneId lane = Samples.lane();
        NsInstance mine = Samples.instance(Samples.tenant(), "mine");
        NsInstance other = Samples.instance(mine.tenant(), "other");
        Operation operation = Samples.operation(mine);
        Task task = Samples.task(operation.id(), lane, "net");
        Resource resource = Samples.resource(mine.id(), lane, "net");
        write(
                unit -> {
                    unit.instances().add(mine);
                    unit.instances().add(other);
                    unit.operations().add(operation);
                    unit.tasks().add(List.of(task));
                    unit.tasks()
                            .addAttempts(
                                    List.of(
                                            new Attempt(
                                                    task.id(), 1, Samples.NOW, null, "", null)));
                    unit.resources().add(List.of(resource));
                    unit.claims().add(new Claim(lane, "flavor/x", mine.id()));
                    unit.accounts().reserve(mine.id(), lane, new Quota(1, 1, 1, 1));
                    unit.accounts().reserve(other.id(), lane, new Quota(2, 2, 2, 2));
                });

        write(unit -> unit.instances().remove(mine.id()));

        thatFound(unit -> unit.instances().find(mine.id())).isEmpty();
        thatFound(unit -> unit.operations().find(operation.id())).isEmpty();
        thatFound(unit -> unit.tasks().find(task.id())).isEmpty();
        thatList(unit -> unit.tasks().attempts(task.id())).isEmpty();
        thatFound(unit -> unit.resources().find(resource.id())).isEmpty();
        thatList(unit -> unit.claims().ofInstance(mine.id())).isEmpty();
        thatValue(unit -> unit.accounts().reserved(lane)).isEqualTo(new Quota(2, 2, 2, 2));
        thatFound(unit -> unit.instances().find(other.id())).isPresent();
        write(unit -> unit.instances().add(Samples.instance(mine.tenant(), "mine")));
    }

    private List<NsInstance> page(TenantId tenant, String after) {
        return seen(unit -> unit.instances().list(tenant, new Slice(after, 3)));
    }

    private List<NsInstanceId> using(PackageId id) {
        List<NsInstance> users = seen(unit -> unit.instances().using(id));
        boolean used = seen(unit -> unit.instances().isUsed(id));
        assertThat(used).isEqualTo(!users.isEmpty());
        return users.stream().map(NsInstance::id).toList();
    }

    private static NsInstance with(NsInstance instance, PackageId vnf) {
        return instance.with(
                new Topology(
                        List.of(Samples.member("1", vnf, Samples.lane())),
                        Map.of(),
                        Topology.REPORT,
                        Map.of()));
    }
}
