/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.grpc.Status;
import io.telamon.edge.api.EdgeRouterView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the table of one router to what it should be, one order at a time, and keeps it there: by
 * the difference between what is wanted and what the router was seen to have. A router that does
 * not answer is tried again with growing pauses, and read anew before anything is written. Routes
 * that did not come from here stay as they are.
 *
 * <p>All state is guarded by {@code lock}.
 */
final class RouterLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouterLink.class);
    private static final int FAILURES_UNTIL_AWAY = 3;

    private final Router router;
    private final RouterTable table;
    private final Surroundings around;
    private SortedMap<Route, Boolean> wanted = Collections.emptySortedMap();
    // what the router has, as last seen
    private Map<Route, Boolean> installed = new HashMap<>();
    // it must be read before anything is written
    private boolean stale = true;
    private boolean everRead;
    // it cannot tell what it has, so looking again and again would empty it again and again
    private volatile boolean blind;
    // what it has or may have from here
    private final Set<Route> owned = new HashSet<>();
    private final Set<Route> refused = new HashSet<>();
    // destinations whose routes go, from whomever they are; kept until the table was read
    private final Set<String> disowned = new HashSet<>();
    // what is still to be compared and to be removed; null when that begins anew
    private Iterator<Map.Entry<Route, Boolean>> unseen;
    private Deque<Route> leaving;
    private boolean busy;
    private boolean closed;
    private int failures;
    private String trouble = "";
    private Instant notBefore = Instant.MIN;
    private Instant readAgain;

    /**
     * What all links share.
     *
     * @param lock guards their state and their owner's
     * @param answers runs what follows an answer
     * @param pauses after failures and between audits
     * @param awayChanged is told, with the lock held, when a router goes away or comes back
     */
    record Surroundings(
            Object lock, Executor answers, Clock clock, Pauses pauses, Runnable awayChanged) {}

    RouterLink(Router router, RouterTable table, Surroundings around) {
        this.router = router;
        this.table = table;
        this.around = around;
        this.readAgain = around.clock.instant().plus(around.pauses.audit());
    }

    Router router() {
        return router;
    }

    /** Says what the table should be. */
    void want(SortedMap<Route, Boolean> routes) {
        wanted = routes;
        owned.addAll(routes.keySet());
        compareAnew();
        step();
    }

    /** The router may have forgotten everything: looks before it writes on. */
    void readAnew() {
        stale = true;
        refused.clear();
        notBefore = Instant.MIN;
        step();
    }

    /**
     * Somebody saw that this destination is dead: its routes go even when they are not from here.
     */
    void disown(String destination) {
        disowned.add(destination);
        compareAnew();
        step();
    }

    /** What time brings: another try, another look. */
    void tick() {
        if (!around.clock.instant().isBefore(readAgain)) {
            stale = true;
            refused.clear();
        }
        step();
    }

    /** Has not answered several times in a row. */
    boolean away() {
        return failures >= FAILURES_UNTIL_AWAY;
    }

    private void step() {
        if (busy || closed || around.clock.instant().isBefore(notBefore)) {
            return;
        }
        if (failures > 0) {
            table.retry();
        }
        if (stale) {
            read();
        } else if (!putNext()) {
            removeNext();
        }
    }

    private boolean putNext() {
        if (unseen == null) {
            unseen = wanted.entrySet().iterator();
        }
        while (unseen.hasNext()) {
            Map.Entry<Route, Boolean> route = unseen.next();
            if (differs(route) && !refused.contains(route.getKey())) {
                put(route.getKey(), route.getValue());
                return true;
            }
        }
        return false;
    }

    private void removeNext() {
        if (leaving == null) {
            leaving = findLeaving();
        }
        Route gone = leaving.poll();
        if (gone != null) {
            remove(gone);
        }
    }

    private void compareAnew() {
        unseen = null;
        leaving = null;
    }

    private boolean differs(Map.Entry<Route, Boolean> route) {
        return !route.getValue().equals(installed.get(route.getKey()));
    }

    private Deque<Route> findLeaving() {
        for (Route route : installed.keySet()) {
            if (disowned.contains(route.destination())) {
                owned.add(route);
            }
        }
        disowned.clear();
        owned.removeIf(route -> !wanted.containsKey(route) && !installed.containsKey(route));
        Deque<Route> found = new ArrayDeque<>();
        for (Route route : owned) {
            if (!wanted.containsKey(route) && !refused.contains(route)) {
                found.add(route);
            }
        }
        return found;
    }

    private void read() {
        send(
                table.read().handle(this::readOrFlushed).thenCompose(next -> next),
                null,
                seen -> {
                    installed = seen;
                    stale = false;
                    everRead = true;
                    compareAnew();
                    readAgain =
                            blind
                                    ? Instant.MAX
                                    : around.clock.instant().plus(around.pauses.audit());
                });
    }

    /** Who cannot tell its table is emptied, so that it is known. */
    private CompletableFuture<Map<Route, Boolean>> readOrFlushed(
            Map<Route, Boolean> seen, Throwable failure) {
        if (failure == null) {
            return CompletableFuture.completedFuture(new HashMap<>(seen));
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (Status.fromThrowable(cause).getCode() == Status.Code.UNIMPLEMENTED) {
            blind = true;
            return table.flush().thenApply(done -> new HashMap<>());
        }
        return CompletableFuture.failedFuture(cause);
    }

    private void put(Route route, boolean isFinal) {
        send(table.put(route, isFinal), route, done -> installed.put(route, isFinal));
    }

    private void remove(Route route) {
        send(
                table.remove(route),
                route,
                done -> {
                    installed.remove(route);
                    if (!wanted.containsKey(route)) {
                        owned.remove(route);
                    }
                });
    }

    private <T> void send(CompletableFuture<T> sent, Route about, Consumer<T> good) {
        busy = true;
        sent.whenCompleteAsync(
                (answer, failure) -> {
                    synchronized (around.lock) {
                        busy = false;
                        if (failure == null) {
                            good.accept(answer);
                            answered();
                        } else {
                            failed(
                                    failure instanceof CompletionException
                                            ? failure.getCause()
                                            : failure,
                                    about);
                        }
                        step();
                    }
                },
                around.answers);
    }

    private void answered() {
        boolean wasAway = away();
        if (failures > 0) {
            LOG.info("Router {} answers again", router.endpoint());
        }
        failures = 0;
        trouble = "";
        if (wasAway) {
            around.awayChanged.run();
        }
    }

    private void failed(Throwable failure, Route about) {
        if (failure instanceof Refused && about != null) {
            LOG.warn("Router {} refused {}: {}", router.endpoint(), about, failure.getMessage());
            refused.add(about);
            answered();
            return;
        }
        failures++;
        trouble = String.valueOf(failure.getMessage());
        stale = true;
        Duration pause = around.pauses.after(failures);
        notBefore = around.clock.instant().plus(pause);
        if (closed) {
            return;
        }
        if (failures == 1) {
            LOG.warn("Router {} is suspended: {}", router.endpoint(), trouble);
        }
        if (failures == FAILURES_UNTIL_AWAY) {
            around.awayChanged.run();
        }
    }

    EdgeRouterView view(Optional<Instant> leaseUntil) {
        int missing = missing();
        EdgeRouterView.State state = EdgeRouterView.State.SYNCED;
        if (failures > 0) {
            state = EdgeRouterView.State.SUSPENDED;
        } else if (missing > 0 || !everRead) {
            state = EdgeRouterView.State.SYNCING;
        }
        return new EdgeRouterView(
                router.endpoint(),
                router.tableEndpoint(),
                state,
                wanted.size(),
                missing,
                trouble,
                leaseUntil);
    }

    private int missing() {
        int missing = 0;
        for (Map.Entry<Route, Boolean> route : wanted.entrySet()) {
            if (differs(route)) {
                missing++;
            }
        }
        return missing;
    }

    @Override
    public void close() {
        closed = true;
        table.close();
    }
}
