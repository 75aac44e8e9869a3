/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.nested;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.nfvo.api.PlanExpander;
import io.telamon.nfvo.internal.change.Changes;
import io.telamon.nfvo.internal.change.NestedNodes;
import io.telamon.northbound.api.NsChange;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Grows a nested service at its node in the outer service's plan: the child instance and its own
 * operation are written in the transaction that advances the node.
 */
@Component(
        service = PlanExpander.class,
        property = PlanExpander.NAME_PROPERTY + "=" + NestedNodes.EXPANDER)
public final class NestedServices implements PlanExpander {
    private final Store store;
    private final Catalog catalog;
    private final Changes changes;
    private final Clock clock = Clock.systemUTC();
    private final Map<TaskId, Ready> prepared = new ConcurrentHashMap<>();

    /** A nested service, recorded or still to be, and what its change needs of the outside. */
    private record Ready(NsInstance child, Changes.Nesting nesting) {}

    /** Wires the component. */
    @Activate
    public NestedServices(
            @Reference Store store, @Reference Catalog catalog, @Reference Changes changes) {
        this.store = store;
        this.catalog = catalog;
        this.changes = changes;
    }

    @Override
    public String name() {
        return NestedNodes.EXPANDER;
    }

    @Override
    public void prepare(Task node) {
        Operation operation =
                store.read(work -> work.operations().find(node.operation())).orElseThrow();
        NsInstance outer =
                store.read(work -> work.instances().find(operation.instance())).orElseThrow();
        Optional<NsInstance> known = store.read(work -> child(work, outer, node));
        if (known.isPresent() || isUp(node)) {
            NsInstance child = known.orElseGet(() -> blank(outer, node));
            prepared.put(
                    node.id(),
                    new Ready(child, changes.nesting(child, operation.actor(), node.id())));
        }
    }

    @Override
    public Progress expand(UnitOfWork work, Task node, Operation operation) {
        NsInstance outer = work.instances().find(operation.instance()).orElseThrow();
        Ready ready = prepared.remove(node.id());
        Optional<NsInstance> child = child(work, outer, node);
        if (isUp(node)) {
            NsInstance there = child.orElseGet(() -> add(work, outer, ready.child(), node));
            return begin(work, there, ready.nesting(), operation);
        }
        return child.filter(known -> known.state() != NsState.NOT_INSTANTIATED)
                .map(known -> end(work, known, ready.nesting()))
                .orElseGet(() -> new Progress(true, "", List.of()));
    }

    @Override
    public Progress observe(UnitOfWork work, Task node) {
        Operation child = child(work, node);
        return switch (child.state()) {
            case COMPLETED -> new Progress(true, "", List.of());
            case FAILED, ROLLED_BACK ->
                    throw new TelamonException(
                            ErrorCode.VIM_FAULT,
                            "Nested service %s ended %s; retry starts it again",
                            node.key(),
                            child.state());
            case FAILED_TEMP ->
                    new Progress(
                            false,
                            "operation "
                                    + child.id()
                                    + " of the nested service waits for a decision",
                            List.of());
            case PROCESSING, ROLLING_BACK ->
                    new Progress(
                            false, "operation " + child.id() + " of the nested service", List.of());
        };
    }

    private static boolean isUp(Task node) {
        return NestedNodes.UP.equals(node.payload().arguments().get(NestedNodes.DIRECTION));
    }

    private static Optional<NsInstance> child(UnitOfWork work, NsInstance outer, Task node) {
        String member = node.payload().arguments().get(NestedNodes.MEMBER);
        return Optional.ofNullable(outer.topology().nested().get(member))
                .flatMap(work.instances()::find);
    }

    private Progress begin(
            UnitOfWork work, NsInstance child, Changes.Nesting nesting, Operation outer) {
        if (child.state() == NsState.INSTANTIATED) {
            return new Progress(true, "", List.of());
        }
        Map<String, String> placement = new HashMap<>();
        outer.request()
                .forEach(
                        (key, value) -> {
                            if (key.equals("placement/*")) {
                                placement.put("*", value);
                            }
                        });
        return started(
                changes.acceptNested(
                        work,
                        child,
                        new NsChange.Instantiate(placement, Map.of(), Topology.REPORT),
                        nesting));
    }

    private Progress end(UnitOfWork work, NsInstance child, Changes.Nesting nesting) {
        return started(changes.acceptNested(work, child, new NsChange.Terminate(), nesting));
    }

    private static Progress started(Operation child) {
        return new Progress(
                false, "operation " + child.id() + " of the nested service", List.of(child.id()));
    }

    private NsInstance blank(NsInstance outer, Task node) {
        String member = node.payload().arguments().get(NestedNodes.MEMBER);
        String nsd = node.payload().arguments().get(NestedNodes.NSD);
        PackageId found =
                catalog.nsPackage(outer.tenant(), nsd)
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.MISSING_DEPENDENCY,
                                                "Nested service %s needs the NSD %s, which is not"
                                                        + " on-boarded",
                                                member,
                                                nsd));
        Instant now = clock.instant();
        return new NsInstance(
                NsInstanceId.create(),
                outer.tenant(),
                outer.name() + "." + member,
                "nested in " + outer.name(),
                found,
                NsState.NOT_INSTANTIATED,
                Topology.empty(),
                new NsInstance.Stamps(now, outer.stamps().createdBy(), now, null),
                0);
    }

    private static NsInstance add(UnitOfWork work, NsInstance outer, NsInstance blank, Task node) {
        NsInstance child = work.instances().add(blank);
        Topology old = outer.topology();
        Map<String, NsInstanceId> nested = new HashMap<>(old.nested());
        nested.put(node.payload().arguments().get(NestedNodes.MEMBER), child.id());
        work.instances()
                .save(outer.with(new Topology(old.vnfs(), old.parameters(), old.drift(), nested)));
        return child;
    }

    private static Operation child(UnitOfWork work, Task node) {
        Operation outer = work.operations().find(node.operation()).orElseThrow();
        NsInstance instance = work.instances().find(outer.instance()).orElseThrow();
        String member = node.payload().arguments().get(NestedNodes.MEMBER);
        NsInstanceId child = instance.topology().nested().get(member);
        return work.operations().ofInstance(child).stream()
                .filter(known -> node.id().equals(known.progress().parent()))
                .findFirst()
                .orElseThrow();
    }
}
