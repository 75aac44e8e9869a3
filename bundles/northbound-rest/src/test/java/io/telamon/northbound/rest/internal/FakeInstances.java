/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.northbound.api.ResourceView;
import io.telamon.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Service instances in memory; a change is over at once. */
final class FakeInstances implements NsFacade {
    final Map<String, NsInstance> rows = new ConcurrentSkipListMap<>();
    final Map<String, OperationView> accepted = new ConcurrentSkipListMap<>();
    NsChange lastChange;

    @Override
    public Page<NsView> list(Caller caller, Page.Request page) {
        return new Page<>(
                rows.values().stream()
                        .filter(one -> one.tenant().equals(caller.tenant()))
                        .map(one -> new NsView(one, "shop", null))
                        .toList(),
                "");
    }

    @Override
    public NsView get(Caller caller, NsInstanceId id) {
        return Optional.ofNullable(rows.get(id.value()))
                .filter(one -> one.tenant().equals(caller.tenant()))
                .map(one -> new NsView(one, "shop", null))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no service %s", id));
    }

    @Override
    public NsView find(Caller caller, String idOrName) {
        return get(caller, new NsInstanceId(idOrName));
    }

    @Override
    public List<ResourceView> resources(Caller caller, NsInstanceId id) {
        LaneId lane = LaneId.of(new VimAccountId("vim-1"));
        return List.of(new ResourceView(Samples.resource(id, lane, "vld/mgmt"), "cloud"));
    }

    @Override
    public String console(Caller caller, NsInstanceId id, String resourceKey) {
        return "https://cloud/console?" + get(caller, id).instance().name() + "/" + resourceKey;
    }

    @Override
    public NsView create(Caller caller, String name, String description, PackageId nsd) {
        NsInstance sample = Samples.instance(caller.tenant(), name);
        NsInstance made =
                new NsInstance(
                        sample.id(),
                        caller.tenant(),
                        name,
                        description,
                        nsd,
                        NsState.NOT_INSTANTIATED,
                        Topology.empty(),
                        sample.stamps(),
                        1);
        rows.put(made.id().value(), made);
        return new NsView(made, "shop", null);
    }

    @Override
    public PlanPreview preview(Caller caller, NsInstanceId id, NsChange change) {
        get(caller, id);
        lastChange = change;
        return new PlanPreview(
                List.of(
                        new PlanPreview.Step(
                                "CREATE", "network", "vld/mgmt", "mgmt", "cloud", List.of())),
                List.of(new PlanPreview.PlacementView("1", "cloud", "the only one")),
                List.of(new PlanPreview.Need("cloud", Quota.zero(), Quota.unlimited())),
                List.of());
    }

    @Override
    public OperationView change(Caller caller, NsInstanceId id, NsChange change) {
        NsInstance before = get(caller, id).instance();
        boolean up = before.state() == NsState.INSTANTIATED;
        if (up == change instanceof NsChange.Instantiate) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE, "Service %s is %s", before.name(), before.state());
        }
        lastChange = change;
        Topology topology =
                new Topology(
                        List.of(
                                Samples.member(
                                        "1",
                                        new PackageId("pkg-web"),
                                        LaneId.of(new VimAccountId("vim-1")))),
                        Map.of(),
                        Topology.REPORT,
                        Map.of());
        NsState after = NsState.after(change.kind(), OperationState.COMPLETED);
        rows.put(id.value(), before.with(topology).with(after, null, Samples.NOW));
        Operation sample = Samples.operation(before);
        Operation operation =
                new Operation(
                        OperationId.create(),
                        caller.tenant(),
                        id,
                        change.kind(),
                        Map.of("asked", change.kind().name()),
                        caller.user(),
                        null,
                        sample.progress(),
                        3);
        OperationView view = new OperationView(operation, before.name(), 5, 2, 0);
        accepted.put(operation.id().value(), view);
        return view;
    }

    @Override
    public void delete(Caller caller, NsInstanceId id) {
        NsInstance row = get(caller, id).instance();
        if (row.state() != NsState.NOT_INSTANTIATED) {
            throw new TelamonException(ErrorCode.WRONG_STATE, "Service %s is up", row.name());
        }
        rows.remove(id.value());
    }
}
