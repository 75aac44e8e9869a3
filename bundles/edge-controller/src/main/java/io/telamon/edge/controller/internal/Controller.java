/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.api.EdgeComputerView;
import io.telamon.edge.api.EdgeDirectory;
import io.telamon.edge.api.EdgeRouterView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows computers and routers and writes the routers' tables. Announcements are taken and answered
 * at once; what follows from them goes out afterwards. State is in memory only: who has a lease
 * repeats its announcement, so a controller that starts anew knows it again within one lease, and
 * tables that are right stay untouched.
 */
final class Controller implements EdgeDirectory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);

    private final Object lock = new Object();
    private final Parts parts;
    private final RouterLink.Surroundings around;
    // the rest is guarded by lock
    private final Map<String, ComputerState> computers = new TreeMap<>();
    private final Map<String, RouterLink> links = new TreeMap<>();
    private final Map<String, Instant> routerLeases = new HashMap<>();
    private Layout layout;
    private Plan plan = new Plan(Map.of(), Map.of());
    private boolean planned = true;
    private boolean closed;

    /**
     * What the controller works with.
     *
     * @param worker runs what follows from announcements and answers
     * @param connect makes the way to a table; does not block
     */
    record Parts(
            Clock clock,
            Executor worker,
            Function<Router, RouterTable> connect,
            Probe probe,
            Pauses pauses) {}

    Controller(Layout layout, Parts parts) {
        this.layout = layout;
        this.parts = parts;
        this.around =
                new RouterLink.Surroundings(
                        lock, parts.worker, parts.clock, parts.pauses, this::replanLocked);
    }

    /** A computer is there and runs these lambdas and no others. Without a lease it stays. */
    void announce(Computer computer, Optional<Duration> lease) {
        if (goodbye(lease)) {
            remove(computer.endpoint());
            return;
        }
        synchronized (lock) {
            Instant now = parts.clock.instant();
            ComputerState known = computers.get(computer.endpoint());
            boolean changed = known == null;
            if (known == null) {
                known = new ComputerState(computer, now);
                computers.put(computer.endpoint(), known);
                LOG.info("Computer {} serves {}", computer.endpoint(), computer.lambdas());
            }
            changed |= known.announced(computer, lease.map(now::plus), now);
            if (changed) {
                replanLocked();
            }
        }
    }

    /** A computer is gone, or somebody could not use it. */
    void remove(String endpoint) {
        synchronized (lock) {
            if (computers.remove(endpoint) != null) {
                LOG.info("Computer {} was removed", endpoint);
                replanLocked();
            } else {
                links.values().forEach(link -> link.disown(endpoint));
            }
        }
    }

    /** A router is there, perhaps anew: its table is looked at and put right. */
    void announce(Router router, Optional<Duration> lease) {
        synchronized (lock) {
            RouterLink known = links.get(router.endpoint());
            if (known != null && (goodbye(lease) || !known.router().equals(router))) {
                forgetRouter(router.endpoint());
                known = null;
            }
            if (goodbye(lease) || closed) {
                replanLocked();
                return;
            }
            forgetFormerOwners(router);
            if (lease.isPresent()) {
                routerLeases.put(router.endpoint(), parts.clock.instant().plus(lease.get()));
            } else {
                routerLeases.remove(router.endpoint());
            }
            if (known == null) {
                LOG.info(
                        "Router {} has its table at {}", router.endpoint(), router.tableEndpoint());
                RouterLink link = new RouterLink(router, parts.connect.apply(router), around);
                links.put(router.endpoint(), link);
                replanLocked();
            } else {
                known.readAnew();
            }
        }
    }

    /** A table has one router: who had it before came back under another name. */
    private void forgetFormerOwners(Router router) {
        for (RouterLink link : new ArrayList<>(links.values())) {
            boolean sameTable = link.router().tableEndpoint().equals(router.tableEndpoint());
            if (sameTable && !link.router().equals(router)) {
                forgetRouter(link.router().endpoint());
            }
        }
    }

    private static boolean goodbye(Optional<Duration> lease) {
        return lease.isPresent() && lease.get().isZero();
    }

    private void forgetRouter(String endpoint) {
        routerLeases.remove(endpoint);
        links.remove(endpoint).close();
        LOG.info("Router {} was removed", endpoint);
    }

    /** Lays the routes out another way from now on. */
    void use(Layout next) {
        synchronized (lock) {
            layout = next;
            replanLocked();
        }
    }

    /** Does what is due; called several times a second. */
    void tick() {
        synchronized (lock) {
            Instant now = parts.clock.instant();
            boolean changed = false;
            for (ComputerState computer : new ArrayList<>(computers.values())) {
                if (computer.expired(now)) {
                    LOG.warn("Computer {} let its lease run out", computer.computer().endpoint());
                    computers.remove(computer.computer().endpoint());
                    changed = true;
                } else if (computer.probeDue(now)) {
                    probe(computer);
                }
            }
            for (Map.Entry<String, Instant> lease : Map.copyOf(routerLeases).entrySet()) {
                if (!now.isBefore(lease.getValue())) {
                    LOG.warn("Router {} let its lease run out", lease.getKey());
                    forgetRouter(lease.getKey());
                    changed = true;
                }
            }
            if (changed) {
                replanLocked();
            }
            links.values().forEach(RouterLink::tick);
        }
    }

    private void probe(ComputerState computer) {
        parts.probe
                .answers(computer.computer().endpoint())
                .thenAcceptAsync(answers -> probed(computer, answers), parts.worker);
    }

    private void probed(ComputerState computer, boolean answers) {
        synchronized (lock) {
            Instant next = parts.clock.instant().plus(parts.pauses.probe());
            if (computer.probed(answers, next)) {
                LOG.warn(
                        "Computer {} {}",
                        computer.computer().endpoint(),
                        answers ? "answers again" : "does not answer; its routes are withdrawn");
                replanLocked();
            }
        }
    }

    /** Many announcements in a row are planned for once. */
    private void replanLocked() {
        if (planned && !closed) {
            planned = false;
            parts.worker.execute(this::replan);
        }
    }

    private void replan() {
        synchronized (lock) {
            planned = true;
            List<Computer> present =
                    computers.values().stream()
                            .filter(ComputerState::present)
                            .map(ComputerState::computer)
                            .toList();
            List<Router> routers = links.values().stream().map(RouterLink::router).toList();
            Set<String> away =
                    links.values().stream()
                            .filter(RouterLink::away)
                            .map(link -> link.router().endpoint())
                            .collect(Collectors.toSet());
            plan = layout.plan(present, routers, away);
            for (RouterLink link : links.values()) {
                link.want(
                        plan.tables()
                                .getOrDefault(
                                        link.router().endpoint(), Collections.emptySortedMap()));
            }
        }
    }

    @Override
    public List<EdgeComputerView> computers() {
        synchronized (lock) {
            return computers.entrySet().stream()
                    .map(
                            entry ->
                                    entry.getValue()
                                            .view(
                                                    Optional.ofNullable(
                                                            plan.homes().get(entry.getKey()))))
                    .toList();
        }
    }

    @Override
    public List<EdgeRouterView> routers() {
        synchronized (lock) {
            return links.values().stream()
                    .map(
                            link ->
                                    link.view(
                                            Optional.ofNullable(
                                                    routerLeases.get(link.router().endpoint()))))
                    .toList();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            links.values().forEach(RouterLink::close);
            links.clear();
        }
    }
}
