/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.security.Caller;
import io.telamon.nfvo.internal.change.Changes;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.northbound.api.ResourceView;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Network service instances for doors: checks the tenant, reads views, passes changes on. */
@Component(service = NsFacade.class)
public final class Services implements NsFacade {
    private static final int NAME_LIMIT = 128;

    private final Store store;
    private final Catalog catalog;
    private final Changes changes;
    private final Views views;
    private final Clock clock = Clock.systemUTC();

    /** Wires the component. */
    @Activate
    public Services(
            @Reference Store store, @Reference Catalog catalog, @Reference Changes changes) {
        this.store = store;
        this.catalog = catalog;
        this.changes = changes;
        views = new Views();
    }

    @Override
    public Page<NsView> list(Caller caller, Page.Request page) {
        caller.require("ns:read");
        TenantId tenant = caller.seesAllTenants() ? null : caller.tenant();
        Slice slice = Views.slice(page);
        return store.read(
                work -> {
                    List<NsInstance> found = work.instances().list(tenant, slice);
                    String next =
                            found.size() < slice.limit()
                                    ? ""
                                    : found.get(found.size() - 1).id().value();
                    return new Page<>(
                            found.stream().map(instance -> views.of(work, instance)).toList(),
                            next);
                });
    }

    @Override
    public NsView get(Caller caller, NsInstanceId id) {
        caller.require("ns:read");
        return store.read(work -> views.of(work, Visible.instance(work, caller, id)));
    }

    @Override
    public NsView find(Caller caller, String idOrName) {
        caller.require("ns:read");
        return store.read(work -> views.of(work, Visible.instance(work, caller, idOrName)));
    }

    @Override
    public List<ResourceView> resources(Caller caller, NsInstanceId id) {
        caller.require("ns:read");
        return store.read(
                work -> {
                    NsInstance instance = Visible.instance(work, caller, id);
                    return work.resources().ofInstance(instance.id()).stream()
                            .map(
                                    thing ->
                                            new ResourceView(
                                                    thing,
                                                    Views.account(work, thing.owner().lane())))
                            .toList();
                });
    }

    @Override
    public NsView create(Caller caller, String name, String description, PackageId nsd) {
        caller.require("ns:operate");
        NsInstance instance = blank(caller, name, description, nsd);
        return store.write(
                work -> {
                    requireFree(work, caller, name);
                    NsInstance added = work.instances().add(instance);
                    work.journal().append(List.of(event(caller, added, "NsInstanceCreated")));
                    return views.of(work, added);
                });
    }

    @Override
    public PlanPreview preview(Caller caller, NsInstanceId id, NsChange change) {
        caller.require("ns:read");
        return changes.preview(store.read(work -> Visible.instance(work, caller, id)), change);
    }

    @Override
    public PlanPreview previewNew(Caller caller, String name, PackageId nsd, NsChange change) {
        caller.require("ns:operate");
        NsInstance instance = blank(caller, name, "", nsd);
        store.read(
                work -> {
                    requireFree(work, caller, name);
                    return name;
                });
        return changes.preview(instance, change);
    }

    @Override
    public OperationView change(Caller caller, NsInstanceId id, NsChange change) {
        caller.require("ns:operate");
        NsInstance instance = store.read(work -> Visible.instance(work, caller, id));
        Operation accepted = changes.accept(instance.id(), change, caller.user());
        return store.read(work -> views.of(work, accepted, instance.name()));
    }

    @Override
    public String console(Caller caller, NsInstanceId id, String resourceKey) {
        caller.require("ns:operate");
        Resource machine =
                store.read(work -> machine(work, Visible.instance(work, caller, id), resourceKey));
        return changes.consoles().address(machine);
    }

    private static Resource machine(UnitOfWork work, NsInstance instance, String key) {
        return work.resources().ofInstance(instance.id()).stream()
                .filter(thing -> thing.key().equals(key))
                .filter(thing -> thing.spec() instanceof ServerSpec && !thing.handle().isEmpty())
                .findFirst()
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND,
                                        "Service %s has no machine %s; ns:resources lists them",
                                        instance.name(),
                                        key));
    }

    @Override
    public void delete(Caller caller, NsInstanceId id) {
        caller.require("ns:operate");
        store.write(
                work -> {
                    NsInstance instance = Visible.instance(work, caller, id);
                    if (instance.state() != NsState.NOT_INSTANTIATED
                            || instance.stamps().currentOperation() != null) {
                        throw new TelamonException(
                                ErrorCode.WRONG_STATE,
                                "Service %s is %s; terminate it first",
                                instance.name(),
                                instance.state());
                    }
                    instance.topology().nested().values().forEach(work.instances()::remove);
                    work.instances().remove(id);
                    work.journal().append(List.of(event(caller, instance, "NsInstanceDeleted")));
                    return null;
                });
    }

    private static void requireFree(UnitOfWork work, Caller caller, String name) {
        if (work.instances().findByName(caller.tenant(), name).isPresent()) {
            throw new TelamonException(
                    ErrorCode.ALREADY_EXISTS,
                    "There is a service %s already; choose another name",
                    name);
        }
    }

    private NsInstance blank(Caller caller, String name, String description, PackageId nsd) {
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A service's name has 1 to %d characters",
                    NAME_LIMIT);
        }
        store.read(work -> Visible.nsPackage(work, caller, nsd));
        catalog.nsd(nsd);
        Instant now = clock.instant();
        return new NsInstance(
                NsInstanceId.create(),
                caller.tenant(),
                name,
                description,
                nsd,
                NsState.NOT_INSTANTIATED,
                Topology.empty(),
                new NsInstance.Stamps(now, caller.user(), now, null),
                0);
    }

    private Event event(Caller caller, NsInstance instance, String type) {
        return new Event(
                instance.tenant(),
                new Event.Subject("ns", instance.id().value(), instance.version() + 1),
                type,
                caller.user(),
                clock.instant(),
                Map.of("name", instance.name(), "state", instance.state().name()));
    }
}
