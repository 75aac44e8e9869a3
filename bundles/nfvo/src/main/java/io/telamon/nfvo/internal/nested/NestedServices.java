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
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.northbound.api.NsChange;
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
@Component(service = PlanExpander.class)
public final class NestedServices implements PlanExpander {
    private final Catalog catalog;
    private final Changes changes;
    private final Clock clock = Clock.systemUTC();
    private final Map<TaskId, Clouds> prepared = new ConcurrentHashMap<>();

    /** Wires the component. */
    @Activate
    public NestedServices(@Reference Catalog catalog, @Reference Changes changes) {
        this.catalog = catalog;
        this.changes = changes;
    }

    @Override
    public String name() {
        return NestedNodes.EXPANDER;
    }

    @Override
    public void prepare(Task node) {
        prepared.put(node.id(), changes.cloudsOf(node.operation()));
    }

    @Override
    public Progress expand(UnitOfWork work, Task node, Operation operation) {
        NsInstance outer = work.instances().find(operation.instance()).orElseThrow();
        String member = node.payload().arguments().get(NestedNodes.MEMBER);
        boolean up = NestedNodes.UP.equals(node.payload().arguments().get(NestedNodes.DIRECTION));
        Optional<NsInstance> child =
                Optional.ofNullable(outer.topology().nested().get(member))
                        .flatMap(work.instances()::find);
        if (up) {
            return begin(
                    work, child.orElseGet(() -> add(work, outer, member, node)), node, operation);
        }
        return child.filter(known -> known.state() != NsState.NOT_INSTANTIATED)
                .map(known -> end(work, known, node, operation))
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

    private Progress begin(UnitOfWork work, NsInstance child, Task node, Operation outer) {
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
                        nesting(node, outer)));
    }

    private Progress end(UnitOfWork work, NsInstance child, Task node, Operation outer) {
        return started(
                changes.acceptNested(work, child, new NsChange.Terminate(), nesting(node, outer)));
    }

    private Changes.Nesting nesting(Task node, Operation outer) {
        return new Changes.Nesting(outer.actor(), node.id(), prepared.remove(node.id()));
    }

    private static Progress started(Operation child) {
        return new Progress(
                false, "operation " + child.id() + " of the nested service", List.of(child.id()));
    }

    private NsInstance add(UnitOfWork work, NsInstance outer, String member, Task node) {
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
        NsInstance child =
                work.instances()
                        .add(
                                new NsInstance(
                                        NsInstanceId.create(),
                                        outer.tenant(),
                                        outer.name() + "." + member,
                                        "nested in " + outer.name(),
                                        found,
                                        NsState.NOT_INSTANTIATED,
                                        Topology.empty(),
                                        new NsInstance.Stamps(
                                                now, outer.stamps().createdBy(), now, null),
                                        0));
        Topology old = outer.topology();
        Map<String, NsInstanceId> nested = new HashMap<>(old.nested());
        nested.put(member, child.id());
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
