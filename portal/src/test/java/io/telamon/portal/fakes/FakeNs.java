/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.northbound.api.ResourceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Instances of the fake world. */
public final class FakeNs implements NsFacade {
    private final FakeWorld world;
    private final FakeOperations operations;

    /** Works on this world. */
    public FakeNs(FakeWorld world) {
        this.world = world;
        this.operations = new FakeOperations(world);
    }

    @Override
    public Page<NsView> list(Caller caller, Page.Request page) {
        caller.require("ns:read");
        synchronized (world) {
            return new Page<>(world.instances.values().stream().map(this::view).toList(), "");
        }
    }

    @Override
    public NsView get(Caller caller, NsInstanceId id) {
        return view(world.instance(id));
    }

    private NsView view(NsInstance instance) {
        OperationId current = instance.stamps().currentOperation();
        return new NsView(
                instance,
                world.packages.get(instance.nsd()).name().title(),
                current == null ? null : operations.view(world.operations.get(current)));
    }

    @Override
    public NsView find(Caller caller, String idOrName) {
        return get(caller, new NsInstanceId(idOrName));
    }

    @Override
    public List<ResourceView> resources(Caller caller, NsInstanceId id) {
        synchronized (world) {
            world.instance(id);
            return world.resources.getOrDefault(id, Map.of()).values().stream()
                    .map(resource -> new ResourceView(resource, account(resource)))
                    .toList();
        }
    }

    private String account(Resource resource) {
        return world.accounts.get(resource.owner().lane()).name();
    }

    @Override
    public String console(Caller caller, NsInstanceId id, String resourceKey) {
        throw new TelamonException(ErrorCode.UNSUPPORTED, "This cloud has no consoles");
    }

    @Override
    public NsView create(Caller caller, String name, String description, PackageId nsd) {
        caller.require("ns:operate");
        synchronized (world) {
            if (world.instances.values().stream().anyMatch(other -> other.name().equals(name))) {
                throw new TelamonException(
                        ErrorCode.ALREADY_EXISTS,
                        "There is already an instance named %s; choose another name",
                        name);
            }
            Instant now = Instant.now();
            NsInstance made =
                    new NsInstance(
                            NsInstanceId.create(),
                            caller.tenant(),
                            name,
                            description,
                            nsd,
                            NsState.NOT_INSTANTIATED,
                            Topology.empty(),
                            new NsInstance.Stamps(now, caller.user(), now, null),
                            1);
            world.resources.put(made.id(), new LinkedHashMap<>());
            world.put(made);
            return view(made);
        }
    }

    @Override
    public PlanPreview preview(Caller caller, NsInstanceId id, NsChange change) {
        synchronized (world) {
            NsInstance instance = world.instance(id);
            List<PlanPreview.Step> steps = new ArrayList<>();
            if (change instanceof NsChange.Terminate) {
                world.resources
                        .get(id)
                        .values()
                        .forEach(r -> steps.add(step("DELETE", r.key(), r.spec())));
            } else {
                fresh(instance, change)
                        .forEach((key, spec) -> steps.add(step("CREATE", key, spec)));
            }
            boolean huge = instance.name().contains("huge");
            return new PlanPreview(
                    steps,
                    List.of(
                            new PlanPreview.PlacementView(
                                    "1", "lisbon", "Most free vCPUs (30 of 32); oslo has 12"),
                            new PlanPreview.PlacementView(
                                    "2", "lisbon", "Same cloud as its links")),
                    List.of(
                            new PlanPreview.Need(
                                    "lisbon",
                                    new Quota(3, 6, 6144, 2),
                                    new Quota(12, huge ? 4 : 30, 64_000, 8))),
                    huge ? List.of("Account lisbon has 4 of 32 vCPUs free, 6 needed") : List.of());
        }
    }

    private static PlanPreview.Step step(String verb, String key, ResourceSpec spec) {
        return new PlanPreview.Step(verb, spec.kind(), key, spec.name(), "lisbon", List.of());
    }

    private Map<String, ResourceSpec> fresh(NsInstance instance, NsChange change) {
        int webs =
                (int)
                        world.resources.get(instance.id()).keySet().stream()
                                .filter(key -> key.contains("/web/"))
                                .count();
        int steps = change instanceof NsChange.Scale scale ? Math.max(0, scale.steps()) : 0;
        Map<String, ResourceSpec> wanted =
                new LinkedHashMap<>(FakePlans.wanted(instance.name(), Math.max(2, webs + steps)));
        wanted.keySet().removeAll(world.resources.get(instance.id()).keySet());
        return wanted;
    }

    @Override
    public OperationView change(Caller caller, NsInstanceId id, NsChange change) {
        caller.require("ns:operate");
        synchronized (world) {
            NsInstance instance = world.instance(id);
            if (instance.stamps().currentOperation() != null) {
                throw new TelamonException(
                        ErrorCode.BUSY, "Another operation runs on %s", instance.name());
            }
            if (instance.name().contains("fail") && instance.state() == NsState.NOT_INSTANTIATED) {
                world.faults.add("vnf/2/vdu/db/0");
            }
            Instant now = Instant.now();
            Operation operation =
                    new Operation(
                            OperationId.create(),
                            instance.tenant(),
                            id,
                            change.kind(),
                            Map.of(),
                            caller.user(),
                            instance.topology(),
                            new Operation.Progress(OperationState.PROCESSING, now, now, null, null),
                            1);
            List<Resource> touched = touched(instance, change);
            boolean down = change instanceof NsChange.Terminate;
            world.tasks.put(
                    operation.id(),
                    FakePlans.tasks(
                            operation,
                            touched,
                            down ? TaskVerb.DELETE : TaskVerb.CREATE,
                            "lisbon"));
            world.put(operation);
            world.put(
                    instance.with(topology(down))
                            .with(NsState.during(change.kind()), operation.id(), now));
            return operations.view(operation);
        }
    }

    private List<Resource> touched(NsInstance instance, NsChange change) {
        Map<String, Resource> owned = world.resources.get(instance.id());
        if (change instanceof NsChange.Terminate) {
            return List.copyOf(owned.values());
        }
        List<Resource> made =
                fresh(instance, change).entrySet().stream()
                        .map(
                                e ->
                                        FakePlans.planned(
                                                instance,
                                                e.getKey(),
                                                e.getValue(),
                                                new VimAccountId("vim-lisbon")))
                        .toList();
        made.forEach(resource -> owned.put(resource.key(), resource));
        return made;
    }

    private Topology topology(boolean down) {
        VimAccountId vim = new VimAccountId("vim-lisbon");
        return down
                ? Topology.empty()
                : new Topology(
                        List.of(
                                new VnfInstance(
                                        "1",
                                        "web-vnf",
                                        world.packageOf("web-vnf").id(),
                                        vim,
                                        "Most free vCPUs",
                                        Map.of("web", 2),
                                        Map.of("web-out", 0)),
                                new VnfInstance(
                                        "2",
                                        "db-vnf",
                                        world.packageOf("db-vnf").id(),
                                        vim,
                                        "Same cloud as its links",
                                        Map.of("db", 1),
                                        Map.of())),
                        Map.of(),
                        Topology.REPORT,
                        Map.of());
    }

    @Override
    public void delete(Caller caller, NsInstanceId id) {
        caller.require("ns:operate");
        synchronized (world) {
            world.instance(id);
            world.instances.remove(id);
            world.announce("ns", id.value(), "NsInstanceDeleted", Map.of());
        }
    }
}
