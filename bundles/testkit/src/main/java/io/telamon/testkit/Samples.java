/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit;

import io.telamon.model.InterconnectId;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.event.Event;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Valid records for tests, each with ids of its own, so that tests can share one database. */
public final class Samples {
    /** The time that all samples carry; whole microseconds, as databases keep them. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Samples() {}

    /** A tenant id that nobody else has. */
    public static TenantId tenant() {
        return TenantId.create();
    }

    /** The lane of a VIM account that nobody else has. */
    public static LaneId lane() {
        return LaneId.of(VimAccountId.create());
    }

    /** A service without members. */
    public static NsInstance instance(TenantId tenant, String name) {
        return new NsInstance(
                NsInstanceId.create(),
                tenant,
                name,
                "a sample",
                PackageId.create(),
                NsState.NOT_INSTANTIATED,
                Topology.empty(),
                new NsInstance.Stamps(NOW, "ada", NOW, null),
                0);
    }

    /** A member placed on the lane of a VIM account. */
    public static VnfInstance member(String index, PackageId vnfPackage, LaneId lane) {
        return new VnfInstance(
                index,
                "vnfd-" + index,
                vnfPackage,
                new VimAccountId(lane.id()),
                "the only account",
                Map.of("web", 2),
                Map.of("size", 1));
    }

    /** An operation that was just accepted. */
    public static Operation operation(NsInstance instance) {
        return new Operation(
                OperationId.create(),
                instance.tenant(),
                instance.id(),
                OperationKind.INSTANTIATE,
                Map.of("vim", "one"),
                "ada",
                null,
                new Operation.Progress(OperationState.PROCESSING, NOW, NOW, null, null),
                0);
    }

    /** A READY task that makes the network {@code key}. */
    public static Task task(OperationId operation, LaneId lane, String key) {
        return new Task(
                TaskId.create(),
                operation,
                ResourceId.create(),
                lane,
                TaskVerb.CREATE,
                key,
                Task.Payload.of(network(key)),
                Set.of(),
                Task.Status.first(TaskState.READY, NOW));
    }

    /** A PLANNED network. */
    public static Resource resource(NsInstanceId owner, LaneId lane, String key) {
        return resource(owner, lane, key, network(key));
    }

    /** A PLANNED thing. */
    public static Resource resource(
            NsInstanceId owner, LaneId lane, String key, ResourceSpec spec) {
        return new Resource(
                ResourceId.create(),
                new Resource.Owner(TenantId.create(), owner, lane),
                key,
                spec,
                new RequestToken("token-" + ResourceId.create()),
                ResourceState.PLANNED,
                "",
                Map.of(),
                false);
    }

    /** A network whose address range the cloud chooses. */
    public static NetworkSpec network(String name) {
        return new NetworkSpec(name, IpProfile.any(), "", "");
    }

    /** An account without a secret. */
    public static Account account(TenantId tenant, LaneId lane, String name) {
        return new Account(
                lane,
                tenant,
                name,
                "simulator",
                "sim://local",
                Map.of("region", "one"),
                Map.of("zone", "a"),
                "",
                0);
    }

    /** What joins two clouds by the VLANs 100 to 103. */
    public static Interconnect interconnect(TenantId tenant, String name) {
        return new Interconnect(
                InterconnectId.create(),
                tenant,
                name,
                Interconnect.Kind.PROVIDER_NETWORK,
                new Interconnect.Segments(100, 103, 1450),
                List.of(
                        new Interconnect.Side(VimAccountId.create(), "wire-a", ""),
                        new Interconnect.Side(VimAccountId.create(), "wire-b", "")),
                0);
    }

    /** An on-boarded network service package. */
    public static CatalogEntry entry(TenantId tenant, String descriptorId) {
        return new CatalogEntry(
                PackageId.create(),
                tenant,
                PackageKind.NS,
                new CatalogEntry.Name(descriptorId, "A service", "Telamon", "1.0"),
                PackageState.ONBOARDED,
                true,
                new CatalogEntry.Content("service.tar.gz", 1234, "00ff"),
                NOW,
                0);
    }

    /** An event about a network service. */
    public static Event event(TenantId tenant, NsInstanceId subject, long version) {
        return new Event(
                tenant,
                new Event.Subject("ns", subject.value(), version),
                "NsInstanceChanged",
                "ada",
                NOW,
                Map.of("version", Long.toString(version)));
    }
}
