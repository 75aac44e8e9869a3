/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.nfvo.api.PlanExpander;
import io.telamon.ro.internal.CrashPoints;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Grows plans: asks the expander named in the node and writes its result in one transaction of its
 * own. While the expander's bundle is absent the node waits. Runs on pool threads.
 */
@Component(service = ExpansionWorker.class)
public final class ExpansionWorker {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Store store;
    private final CrashPoints crash;
    private final Map<String, PlanExpander> expanders = new ConcurrentHashMap<>();

    /** Wires the component. */
    @Activate
    public ExpansionWorker(@Reference Store store, @Reference CrashPoints crash) {
        this.store = store;
        this.crash = crash;
    }

    /** An expander arrives. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(PlanExpander expander) {
        expanders.put(expander.name(), expander);
    }

    /** An expander leaves. */
    public void unbind(PlanExpander expander) {
        expanders.remove(expander.name(), expander);
    }

    /** Grows the node or looks how far it is; errors are outcomes. */
    public Outcome run(Job job) {
        PlanExpander expander = expanders.get(job.task().payload().action());
        if (expander == null) {
            return new Outcome.Postponed(
                    "the component that expands " + job.task().key() + " is being replaced",
                    RETRY,
                    true);
        }
        try {
            if (!job.observe()) {
                expander.prepare(job.task());
            }
            return new Outcome.Grown(
                    job.observe()
                            ? store.read(work -> expander.observe(work, job.task()))
                            : store.write(work -> grow(expander, work, job.task())));
        } catch (TelamonException failed) {
            return new Outcome.Failed(Problem.of(failed), null);
        }
    }

    private PlanExpander.Progress grow(PlanExpander expander, UnitOfWork work, Task node) {
        Operation operation =
                work.operations()
                        .find(node.operation())
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.NOT_FOUND,
                                                "Operation %s is gone",
                                                node.operation()));
        PlanExpander.Progress progress = expander.expand(work, node, operation);
        crash.reach(CrashPoints.IN_EXPANSION);
        return progress;
    }
}
