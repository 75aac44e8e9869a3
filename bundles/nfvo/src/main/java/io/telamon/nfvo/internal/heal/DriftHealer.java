/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.heal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.events.api.EventListener;
import io.telamon.events.api.EventStream;
import io.telamon.events.api.Subscription;
import io.telamon.model.NsInstanceId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Claim;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.nfvo.internal.change.Changes;
import io.telamon.northbound.api.NsChange;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs services that say {@code drift = heal}: whenever something of such a service is recorded
 * as MISSING or ERROR and no operation holds it, a heal is accepted, one per service at a time. A
 * heal that failed waits for a person like any other operation. Works from the journal, and from
 * the records at the start and after the stream was away.
 */
@Component(service = DriftHealer.class, immediate = true)
public final class DriftHealer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DriftHealer.class);
    private static final String ACTOR = "janitor";
    private static final Set<String> REASONS = Set.of("ResourceMissing", "ResourceBroken");
    private static final long AGAIN_SECONDS = 15;

    private final Store store;
    private final Changes changes;
    private final Set<NsInstanceId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker;

    /** Guarded by this. */
    private EventStream stream;

    /** Guarded by this. */
    private Subscription subscription;

    /** Wires the component and looks at all services once. */
    @Activate
    public DriftHealer(@Reference Store store, @Reference Changes changes) {
        this.store = store;
        this.changes = changes;
        worker =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "nfvo-healer");
                            thread.setDaemon(true);
                            return thread;
                        });
        run(this::scan, 0);
    }

    /** The journal's stream arrives; what happened before is found by a look at all services. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public synchronized void bind(EventStream next) {
        leave();
        stream = next;
        subscription = next.subscribe(next.position(), null, new Ear(next));
        run(this::scan, 0);
    }

    /** The stream leaves. */
    public synchronized void unbind(EventStream gone) {
        if (stream == gone) {
            leave();
        }
    }

    @Deactivate
    @Override
    public void close() {
        synchronized (this) {
            leave();
        }
        // Not interrupted: an interrupt would close the database's file under it.
        worker.shutdown();
    }

    private void leave() {
        if (subscription != null) {
            subscription.close();
        }
        subscription = null;
        stream = null;
    }

    /** Picks out what may be a reason to heal; the work is done on the own thread. */
    private final class Ear implements EventListener {
        private final EventStream source;

        private Ear(EventStream source) {
            this.source = source;
        }

        @Override
        public void onEvents(List<Event.Positioned> events) {
            events.forEach(positioned -> hear(positioned.event()));
        }

        @Override
        public void onCut() {
            run(() -> resume(source), AGAIN_SECONDS);
        }
    }

    private synchronized void resume(EventStream source) {
        if (stream == source) {
            bind(source);
        }
    }

    private void hear(Event event) {
        if (REASONS.contains(event.type())) {
            String owner = event.data().getOrDefault("instance", "");
            if (Resource.SHARED.value().equals(owner)) {
                run(this::scan, 0);
            } else if (!owner.isEmpty()) {
                look(new NsInstanceId(owner), 0);
            }
        } else if ("NsInstanceChanged".equals(event.type())
                && NsState.INSTANTIATED.name().equals(event.data().get("state"))) {
            look(new NsInstanceId(event.subject().id()), 0);
        }
    }

    private void scan() {
        try {
            store.read(work -> work.instances().list(null, Slice.all())).stream()
                    .filter(DriftHealer::wantsHealing)
                    .forEach(instance -> look(instance.id(), 0));
        } catch (TelamonException away) {
            LOG.warn("Services cannot be checked for drift now: {}", away.getMessage());
            run(this::scan, AGAIN_SECONDS);
        }
    }

    /** Many reasons to look at one service before it is looked at count as one. */
    private void look(NsInstanceId id, long delay) {
        if (waiting.add(id)) {
            run(() -> heal(id), delay);
        }
    }

    private void heal(NsInstanceId id) {
        waiting.remove(id);
        try {
            Optional<String> cause = store.read(work -> cause(work, id));
            if (cause.isPresent()) {
                changes.accept(id, new NsChange.Heal("", "", cause.get()), ACTOR);
                LOG.info("Service {} is being healed: {}", id, cause.get());
            }
        } catch (TelamonException refused) {
            if (refused.code() == ErrorCode.BUSY || refused.code() == ErrorCode.WRONG_STATE) {
                LOG.debug("Service {} is not healed now: {}", id, refused.getMessage());
            } else {
                LOG.warn("Service {} cannot be healed: {}", id, refused.getMessage());
                look(id, AGAIN_SECONDS);
            }
        }
    }

    /** What is missing or broken of a service that wants to be healed and is free; or empty. */
    private static Optional<String> cause(UnitOfWork work, NsInstanceId id) {
        Optional<NsInstance> instance = work.instances().find(id).filter(DriftHealer::wantsHealing);
        if (instance.isEmpty()) {
            return Optional.empty();
        }
        Stream<Resource> own = work.resources().ofInstance(id).stream();
        Stream<Resource> shared =
                work.claims().ofInstance(id).stream().flatMap(claim -> shared(work, claim));
        List<Resource> things = Stream.concat(own, shared).toList();
        return Stream.of(
                        keys(things, ResourceState.MISSING, "missing: "),
                        keys(things, ResourceState.ERROR, "broken: "))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other);
    }

    private static Optional<String> keys(List<Resource> things, ResourceState state, String word) {
        return things.stream()
                .filter(thing -> thing.state() == state)
                .map(Resource::key)
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .map(keys -> word + keys);
    }

    private static Stream<Resource> shared(UnitOfWork work, Claim claim) {
        return work.resources().shared(claim.lane(), claim.sharedKey()).stream();
    }

    private static boolean wantsHealing(NsInstance instance) {
        return Topology.HEAL.equals(instance.topology().drift())
                && instance.state() == NsState.INSTANTIATED
                && instance.stamps().currentOperation() == null;
    }

    private void run(Runnable work, long delaySeconds) {
        try {
            worker.schedule(() -> guarded(work), delaySeconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("The healer is stopping");
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException defect) {
            LOG.error("The healer failed in an unforeseen way", defect);
        }
    }
}
