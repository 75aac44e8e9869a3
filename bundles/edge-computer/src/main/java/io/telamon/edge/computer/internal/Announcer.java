/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.computer.internal.flow.Peers;
import io.telamon.edge.computer.internal.function.Offer;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.ComputerInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the controller of this computer: until it hears, again when functions come or go, and now
 * and then, so that a controller that forgot everything learns it again.
 */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Peers peers;
    private final ScheduledExecutorService timer;
    private final Duration lease;
    private final EndPoint controller;
    private final EndPoint self;
    private final Supplier<List<Offer>> offers;
    // guarded by this
    private ScheduledFuture<?> next;
    private boolean underWay;
    private boolean again;
    private boolean known;
    private boolean stopped;
    private int failures;

    /** Who is told what about whom. */
    record Subject(EndPoint controller, EndPoint self, Supplier<List<Offer>> offers) {}

    Announcer(Peers peers, ScheduledExecutorService timer, Duration lease, Subject subject) {
        this.peers = peers;
        this.timer = timer;
        this.lease = lease;
        this.controller = subject.controller();
        this.self = subject.self();
        this.offers = subject.offers();
    }

    /** Announces now, or right after what is under way. */
    void now() {
        ComputerInfo info;
        boolean nothing;
        synchronized (this) {
            if (stopped || underWay) {
                again = true;
                return;
            }
            info = info();
            nothing = info.getContainersCount() == 0;
            if (nothing && !known) {
                return;
            }
            underWay = true;
        }
        CompletableFuture<?> call =
                nothing
                        ? peers.remove(controller, bare())
                        : peers.announce(controller, info, lease);
        call.whenComplete((done, error) -> told(nothing, error));
    }

    /** Takes this computer back and waits a little for it. */
    void farewell() {
        boolean tell;
        synchronized (this) {
            stopped = true;
            tell = known || underWay;
            if (next != null) {
                next.cancel(false);
            }
        }
        if (!tell) {
            return;
        }
        try {
            peers.remove(controller, bare()).get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Controller {} does not hear that {} goes", controller, self, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void told(boolean nothing, Throwable error) {
        underWay = false;
        if (stopped) {
            return;
        }
        Duration pause;
        if (error == null) {
            if (!known || failures > 0) {
                LOG.info("Controller {} knows computer {}", controller, self);
            }
            known = !nothing;
            failures = 0;
            pause = lease;
        } else {
            if (failures == 0) {
                LOG.warn("Controller {} is not there: {}", controller, error.getMessage());
            }
            failures++;
            long millis = FIRST_PAUSE.toMillis() << Math.min(10, failures - 1);
            pause = Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis()));
        }
        if (again) {
            again = false;
            pause = error == null ? Duration.ofMillis(1) : pause;
        }
        if (!pause.isZero()) {
            schedule(pause);
        }
    }

    private void schedule(Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        next = timer.schedule(this::now, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ComputerInfo info() {
        ComputerInfo.Builder info = bare().toBuilder();
        offers.get().forEach(offer -> info.addContainers(offer.message()));
        return info.build();
    }

    private ComputerInfo bare() {
        return ComputerInfo.newBuilder().setEdgeServerEndpoint(self.toString()).build();
    }
}
