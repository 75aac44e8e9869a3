/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.ro.internal.port.Port;
import io.telamon.ro.internal.port.Ports;
import io.telamon.vim.spi.Observation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes one call of a task on a VIM or SDN lane: one verb on one thing, without a branch per kind.
 * Stateless; runs on pool threads.
 */
public final class ResourceWorker {
    private static final Duration REMOVAL_CHECK = Duration.ofSeconds(1);

    private final Ports ports;
    private final Clock clock;

    /** Works through these ports. */
    public ResourceWorker(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** Does the call; errors are outcomes. */
    public Outcome run(Job job) {
        try {
            Port port = ports.of(job.task().lane());
            return job.observe() ? observe(port, job) : execute(port, job);
        } catch (TelamonException failed) {
            return failure(job, failed);
        }
    }

    private Outcome execute(Port port, Job job) {
        return switch (job.task().verb()) {
            case CREATE -> create(port, job);
            case UPDATE -> settle(port.update(handle(job), job.resource().spec(), job.target()));
            case ACT ->
                    settle(
                            port.act(
                                    job.resource().spec(),
                                    handle(job),
                                    job.task().payload().action(),
                                    job.task().payload().arguments()));
            case DELETE -> delete(port, job);
            case EXPAND -> throw new IllegalStateException("Expansions are not done on a port");
        };
    }

    private Outcome create(Port port, Job job) {
        if (job.resource().state() == ResourceState.ACTIVE) {
            Observation there = port.observe(job.resource().spec(), handle(job));
            if (there.state() != ResourceState.MISSING) {
                return settle(there);
            }
        }
        return make(port, job);
    }

    private Outcome make(Port port, Job job) {
        boolean broken =
                job.resource().state() == ResourceState.ERROR && !job.resource().handle().isEmpty();
        if (broken && !isRemoved(port, job)) {
            return new Outcome.Postponed("removing the broken one first", REMOVAL_CHECK, true);
        }
        if (job.task().status().attempt() > 1) {
            Optional<Observation> arrived =
                    port.find(job.target(), job.resource().token())
                            .filter(
                                    seen ->
                                            !broken
                                                    || !seen.handle()
                                                            .equals(job.resource().handle()));
            if (arrived.isPresent()) {
                return settle(arrived.get());
            }
            Duration doubt = doubt(job, port.identity(job.target()));
            if (!doubt.isZero()) {
                return new Outcome.Postponed(
                        "an earlier create may still arrive; looking again", doubt, true);
            }
        }
        return settle(
                isFirst(job)
                        ? port.createFirst(job.target(), job.resource().token())
                        : port.create(job.target(), job.resource().token()));
    }

    /** What several services share may have been made for another one by another task. */
    private static boolean isFirst(Job job) {
        return job.task().status().attempt() == 1
                && job.resource().state() == ResourceState.PLANNED
                && !job.resource().owner().instance().equals(Resource.SHARED);
    }

    private static boolean isRemoved(Port port, Job job) {
        return remove(port, job.resource(), handle(job)) instanceof Outcome.Gone;
    }

    private Outcome delete(Port port, Job job) {
        Resource resource = job.resource();
        if (resource.handle().isEmpty()) {
            Optional<Observation> arrived = port.find(resource.spec(), resource.token());
            if (arrived.isEmpty()) {
                Identity identity = port.identity(resource.spec());
                boolean firstLook = job.task().status().attempt() <= 1;
                Duration doubt = firstLook ? identity.settle() : doubt(job, identity);
                return doubt.isZero()
                        ? new Outcome.Gone()
                        : new Outcome.Postponed(
                                "a create may still arrive; looking again", doubt, true);
            }
            return remove(port, resource, new Handle(arrived.get().handle()));
        }
        return remove(port, resource, handle(job));
    }

    private static Outcome remove(Port port, Resource resource, Handle handle) {
        if (!port.owns(resource.spec(), handle)) {
            return new Outcome.Gone();
        }
        port.delete(resource, handle);
        return gone(port.observe(resource.spec(), handle));
    }

    private static Outcome gone(Observation seen) {
        return switch (seen.state()) {
            case MISSING, DELETED -> new Outcome.Gone();
            case ERROR -> new Outcome.Failed(Problem.of(ErrorCode.VIM_FAULT, seen.fault()), null);
            default -> new Outcome.Building(seen, seen.again());
        };
    }

    private Outcome observe(Port port, Job job) {
        Observation seen = port.observe(job.resource().spec(), handle(job));
        if (job.task().verb() == TaskVerb.DELETE) {
            return gone(seen);
        }
        return seen.state() == ResourceState.MISSING
                ? new Outcome.Failed(
                        Problem.of(
                                ErrorCode.VIM_NOT_FOUND,
                                job.resource().spec().name()
                                        + " vanished while it was being built"),
                        seen)
                : settle(seen);
    }

    private static Outcome settle(Observation seen) {
        return switch (seen.state()) {
            case ACTIVE -> new Outcome.Done(seen);
            case ERROR -> new Outcome.Failed(Problem.of(ErrorCode.VIM_FAULT, seen.fault()), seen);
            default -> new Outcome.Building(seen, seen.again());
        };
    }

    /** How long "not found" must not be believed yet. */
    private Duration doubt(Job job, Identity identity) {
        if (job.doubt() == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), job.doubt().plus(identity.settle()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Outcome failure(Job job, TelamonException failed) {
        if (failed.code() == ErrorCode.UNAVAILABLE) {
            return new Outcome.Postponed(failed.getMessage(), Duration.ofSeconds(2), true);
        }
        boolean unanswered = RetryPolicy.unanswered(failed.code()) && !job.observe();
        if (unanswered && identityOf(job) == Identity.Kind.NONE) {
            return new Outcome.Unknown(Problem.of(failed));
        }
        return new Outcome.Failed(Problem.of(failed), null, failed.pause());
    }

    private Identity.Kind identityOf(Job job) {
        try {
            return job.task().verb() == TaskVerb.ACT
                    ? Identity.Kind.IDEMPOTENT
                    : ports.of(job.task().lane()).identity(job.resource().spec()).kind();
        } catch (TelamonException absent) {
            return Identity.Kind.TAG;
        }
    }

    private static Handle handle(Job job) {
        return new Handle(job.resource().handle());
    }
}
