/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.metrics.api.Meters;
import io.telamon.model.LaneId;
import io.telamon.model.plan.TaskVerb;
import io.telamon.ro.internal.lane.Lane;
import io.telamon.ro.internal.port.Ports;
import io.telamon.ro.internal.work.ExpansionWorker;
import io.telamon.ro.internal.work.Job;
import io.telamon.ro.internal.work.Outcome;
import io.telamon.ro.internal.work.ResourceWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs jobs on pool threads: picks the worker, sets the log context, counts, and lets nothing
 * escape.
 */
@Component(service = Calls.class)
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Ports ports;
    private final Clock clock;
    private final ResourceWorker resources;
    private final ExpansionWorker expansions;

    /** Absent while the metrics bundle is. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Meters meters;

    /** Wires the component. */
    @Activate
    public Calls(@Reference Ports ports, @Reference ExpansionWorker expansions) {
        this(ports, expansions, Clock.systemUTC());
    }

    /** For tests with another clock. */
    public Calls(Ports ports, ExpansionWorker expansions, Clock clock) {
        this.ports = ports;
        this.expansions = expansions;
        this.clock = clock;
        resources = new ResourceWorker(ports, clock);
    }

    /** The clock that calls and their due times go by. */
    Clock clock() {
        return clock;
    }

    /** Does one call; a defect becomes a failed outcome. */
    public Outcome run(Job job) {
        MDC.put("operation", job.task().operation().value());
        MDC.put("task", job.task().id().value());
        long started = System.nanoTime();
        try {
            Outcome outcome =
                    job.task().verb() == TaskVerb.EXPAND ? expansions.run(job) : resources.run(job);
            count(job, outcome, Duration.ofNanos(System.nanoTime() - started));
            return outcome;
        } catch (RuntimeException | LinkageError gone) {
            return escaped(job, gone);
        } finally {
            MDC.remove("operation");
            MDC.remove("task");
        }
    }

    /** One cheap call to a lane's partner; why it failed, or empty. */
    public Optional<String> probe(LaneId lane) {
        try {
            return ports.of(lane).probe();
        } catch (RuntimeException | LinkageError failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }

    /** Tells the lane how its call came back. */
    static void note(Lane lane, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Postponed) {
            lane.returned();
        } else if (outcome instanceof Outcome.Failed failed && isSilence(failed.problem().code())) {
            lane.unanswered(failed.problem().detail(), now);
        } else {
            lane.answered();
        }
    }

    private static boolean isSilence(ErrorCode code) {
        return code == ErrorCode.VIM_TIMEOUT || code == ErrorCode.VIM_UNAVAILABLE;
    }

    /**
     * A plug-in that was taken away under a running call fails in strange ways: ask again later.
     */
    private Outcome escaped(Job job, Throwable gone) {
        boolean left = job.task().verb() != TaskVerb.EXPAND && !present(job.task().lane());
        if (left) {
            return new Outcome.Failed(
                    Problem.of(
                            ErrorCode.VIM_TIMEOUT,
                            "The plug-in left while the call was under way; it is asked again"),
                    null);
        }
        LOG.error("A call for {} failed in an unforeseen way", job.task().key(), gone);
        return new Outcome.Failed(Problem.of(gone), null);
    }

    private boolean present(LaneId lane) {
        try {
            ports.of(lane);
            return true;
        } catch (TelamonException absent) {
            return false;
        }
    }

    private void count(Job job, Outcome outcome, Duration took) {
        Meters present = meters;
        if (present != null) {
            present.time(
                    "telamon_ro_call",
                    took,
                    "verb",
                    job.observe() ? "OBSERVE" : job.task().verb().name(),
                    "outcome",
                    outcome.getClass().getSimpleName());
        }
    }
}
