/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.janitor;

import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.ResourceId;
import io.telamon.model.instance.Account;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.ro.internal.RoConfig;
import io.telamon.ro.internal.port.Port;
import io.telamon.ro.internal.port.Ports;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import io.telamon.vim.spi.Observation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is recorded with what is there, lane by lane: of two things with one token the
 * younger is deleted, what vanished or broke is marked MISSING or ERROR and told in the journal,
 * facts that changed by themselves are recorded, what nobody knows is reported. A thing with
 * unfinished work is left alone.
 */
@Component(service = Janitor.class, configurationPid = RoConfig.PID)
public final class Janitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);

    private final Store store;
    private final Ports ports;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService timer;

    /** Wires the component and starts its rounds. */
    @Activate
    public Janitor(@Reference Store store, @Reference Ports ports, RoConfig config) {
        this.store = store;
        this.ports = ports;
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "ro-janitor");
                            thread.setDaemon(true);
                            return thread;
                        });
        if (config.janitorSeconds() > 0) {
            timer.scheduleWithFixedDelay(
                    this::round,
                    config.janitorSeconds(),
                    config.janitorSeconds(),
                    TimeUnit.SECONDS);
        }
    }

    /** Looks at one lane now; what differs, in words. Errors of the partner are among them. */
    public List<String> audit(LaneId lane) {
        List<String> found = new ArrayList<>();
        try {
            Port port = ports.of(lane);
            // Only what was recorded as there before the listing can be missing from it.
            List<Resource> expected = store.read(work -> there(work, lane));
            Map<String, List<Seen>> seen = list(port);
            removeDoubles(port, seen, found);
            Set<ResourceId> lost = lost(port, expected, seen);
            store.write(work -> compare(work, lane, lost, seen, found));
        } catch (TelamonException failed) {
            found.add("not audited: " + failed.getMessage());
        }
        return found;
    }

    @Deactivate
    @Override
    public void close() {
        // Not interrupted: an interrupt would close the database's file under it.
        timer.shutdown();
    }

    private record Seen(Class<? extends ResourceSpec> kind, Observation thing) {}

    private void round() {
        try {
            for (LaneKind kind : List.of(LaneKind.VIM, LaneKind.SDN)) {
                for (Account account : store.read(work -> work.accounts().list(null, kind))) {
                    List<String> found = audit(account.lane());
                    if (!found.isEmpty()) {
                        LOG.warn("Account {} differs from its records: {}", account.name(), found);
                    }
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("A round of the janitor was cut short: {}", failed.toString());
        }
    }

    private static Map<String, List<Seen>> list(Port port) {
        Map<String, List<Seen>> byToken = new HashMap<>();
        for (Class<? extends ResourceSpec> kind : port.kinds()) {
            for (Observation thing : port.list(kind)) {
                byToken.computeIfAbsent(thing.token(), token -> new ArrayList<>())
                        .add(new Seen(kind, thing));
            }
        }
        return byToken;
    }

    /** Keeps the oldest, which is also the one that find answers. */
    private void removeDoubles(Port port, Map<String, List<Seen>> seen, List<String> found) {
        for (Map.Entry<String, List<Seen>> entry : seen.entrySet()) {
            List<Seen> twins = entry.getValue();
            if (twins.size() < 2) {
                continue;
            }
            RequestToken token = new RequestToken(entry.getKey());
            Optional<Resource> known =
                    store.read(
                            work ->
                                    work.resources()
                                            .byToken(token)
                                            .filter(r -> work.tasks().openOn(r.id()).isEmpty()));
            known.flatMap(resource -> kept(port, resource, twins))
                    .ifPresent(kept -> deleteOthers(port, known.get(), twins, kept, found));
        }
    }

    /** The one that is recorded; the oldest when none of them is. */
    private static Optional<String> kept(Port port, Resource known, List<Seen> twins) {
        boolean recorded =
                twins.stream().anyMatch(twin -> twin.thing().handle().equals(known.handle()));
        return recorded
                ? Optional.of(known.handle())
                : port.find(known.spec(), known.token()).map(Observation::handle);
    }

    private static void deleteOthers(
            Port port, Resource known, List<Seen> twins, String kept, List<String> found) {
        for (Seen twin : twins) {
            if (!twin.thing().handle().equals(kept)) {
                port.delete(known.spec(), new Handle(twin.thing().handle()));
                found.add(known.key() + ": deleted the younger twin " + twin.thing().handle());
            }
        }
    }

    private static List<Resource> there(UnitOfWork work, LaneId lane) {
        return work.resources().onLane(lane).stream()
                .filter(resource -> isThere(resource) && !resource.adopted())
                .toList();
    }

    private static boolean isThere(Resource resource) {
        return resource.state() == ResourceState.ACTIVE
                || resource.state() == ResourceState.ERROR && !resource.handle().isEmpty();
    }

    /** A listing may lag, and a thing taken over by its name has no token: asked one by one. */
    private static Set<ResourceId> lost(
            Port port, List<Resource> expected, Map<String, List<Seen>> seen) {
        return expected.stream()
                .filter(resource -> !seen.containsKey(resource.token().value()))
                .filter(
                        resource ->
                                port.observe(resource.spec(), new Handle(resource.handle())).state()
                                        == ResourceState.MISSING)
                .map(Resource::id)
                .collect(Collectors.toSet());
    }

    private Void compare(
            UnitOfWork work,
            LaneId lane,
            Set<ResourceId> lost,
            Map<String, List<Seen>> seen,
            List<String> found) {
        Drift drift = new Drift(clock);
        for (Resource resource : work.resources().onLane(lane)) {
            List<Seen> things = seen.remove(resource.token().value());
            if (!isThere(resource) || !work.tasks().openOn(resource.id()).isEmpty()) {
                continue;
            }
            if (lost.contains(resource.id())) {
                drift.missing(resource);
            } else if (things != null) {
                recorded(resource, things).ifPresent(thing -> drift.seen(resource, thing));
            }
        }
        found.addAll(drift.words());
        seen.forEach(
                (token, things) -> {
                    if (work.resources().byToken(new RequestToken(token)).isEmpty()) {
                        found.add(things.get(0).thing().handle() + " carries a token nobody knows");
                    }
                });
        work.resources().save(drift.changed());
        work.journal().append(drift.events());
        return null;
    }

    private static Optional<Observation> recorded(Resource resource, List<Seen> things) {
        return things.stream()
                .map(Seen::thing)
                .filter(thing -> thing.handle().equals(resource.handle()))
                .findFirst();
    }
}
