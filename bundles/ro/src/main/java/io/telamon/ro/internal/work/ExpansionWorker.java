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
import org.osgi.service.component.ComponentServiceObjects;
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
    private final Map<String, Source> expanders = new ConcurrentHashMap<>();

    /** Wires the component. */
    @Activate
    public ExpansionWorker(@Reference Store store, @Reference CrashPoints crash) {
        this.store = store;
        this.crash = crash;
    }

    /**
     * An expander arrives. It is made at its first use only: it needs the NFVO, which in turn needs
     * the RO.
     */
    @Reference(
            service = PlanExpander.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "leave")
    void arrive(ComponentServiceObjects<PlanExpander> expander, Map<String, Object> properties) {
        expanders.put(name(properties), new Lazy(expander));
    }

    /** An expander leaves. */
    void leave(ComponentServiceObjects<PlanExpander> expander, Map<String, Object> properties) {
        expanders.remove(name(properties), new Lazy(expander));
    }

    /** Uses an expander without a service registry around it. */
    public void bind(PlanExpander expander) {
        expanders.put(expander.name(), new Ready(expander));
    }

    private static String name(Map<String, Object> properties) {
        return String.valueOf(properties.get(PlanExpander.NAME_PROPERTY));
    }

    /** Where an expander comes from. */
    private sealed interface Source {
        PlanExpander take();

        void giveBack(PlanExpander taken);
    }

    private record Lazy(ComponentServiceObjects<PlanExpander> objects) implements Source {
        @Override
        public PlanExpander take() {
            return objects.getService();
        }

        @Override
        public void giveBack(PlanExpander taken) {
            objects.ungetService(taken);
        }
    }

    private record Ready(PlanExpander expander) implements Source {
        @Override
        public PlanExpander take() {
            return expander;
        }

        @Override
        public void giveBack(PlanExpander taken) {
            // nobody counts
        }
    }

    /** Grows the node or looks how far it is; errors are outcomes. */
    public Outcome run(Job job) {
        Source source = expanders.get(job.task().payload().action());
        PlanExpander expander = source == null ? null : source.take();
        if (expander == null) {
            return new Outcome.Postponed(
                    "the component that expands " + job.task().key() + " is being replaced",
                    RETRY,
                    true);
        }
        try {
            return run(expander, job);
        } catch (TelamonException failed) {
            return new Outcome.Failed(Problem.of(failed), null);
        } finally {
            source.giveBack(expander);
        }
    }

    private Outcome run(PlanExpander expander, Job job) {
        if (job.observe()) {
            return new Outcome.Grown(store.read(work -> expander.observe(work, job.task())));
        }
        expander.prepare(job.task());
        return new Outcome.Grown(store.write(work -> grow(expander, work, job.task())));
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
