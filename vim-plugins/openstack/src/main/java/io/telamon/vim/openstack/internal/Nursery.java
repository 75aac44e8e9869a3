/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Servers of this session that are being built, looked at together: for a moment one list answers
 * for all of them, so that many servers cost no more looks than one. While more are being ordered
 * nobody looks, for a while: the service is not there before its last server. A slow cloud is
 * looked at less often. Thread-safe; who comes while another asks waits for that answer, not longer
 * than a call may take.
 */
final class Nursery {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final long CALM = Duration.ofMillis(700).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();
    private static final long LONG = Duration.ofSeconds(10).toNanos();
    private static final long SOON = Duration.ofMillis(50).toNanos();
    private static final int LOOKS = 8;
    private static final int MOST = 40;
    private static final int REMEMBERED = 500;

    private final Cloud cloud;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();

    /** Orders that are not answered yet. */
    private final AtomicInteger underWay = new AtomicInteger();

    /** Unfinished servers by id; guarded by {@code turn}. */
    private final Map<String, Unborn> unborn = new LinkedHashMap<>();

    /** When the last one was ordered; guarded by {@code turn}. */
    private long ordered;

    /** How long the last one took to be built; guarded by {@code turn}. */
    private long typical;

    /** The last answer; guarded by {@code turn}. */
    private Round last = new Round(System.nanoTime() - FRESH, Set.of(), Map.of());

    private record Unborn(RequestToken token, Map<String, String> cards, long ordered) {
        Child seen(JsonNode server, long again) {
            return new Child(server, token, cards, Duration.ofNanos(Math.max(SOON, again)));
        }
    }

    private record Round(long taken, Set<String> asked, Map<String, JsonNode> seen) {
        boolean answers(String id, long fresh) {
            return asked.contains(id) && System.nanoTime() - taken < fresh;
        }
    }

    /**
     * A server as nova shows it.
     *
     * @param server nova's words; null while it is too early to ask
     * @param token its token
     * @param cards attributes of its cards
     * @param again when there may be something new
     */
    record Child(JsonNode server, RequestToken token, Map<String, String> cards, Duration again) {}

    Nursery(Cloud cloud, Duration patience) {
        this.cloud = cloud;
        this.patience = patience;
    }

    /**
     * Orders a server. As long as it is not answered nobody looks at the others, for a while.
     *
     * @param order the call
     */
    <T> T ordering(Supplier<T> order) {
        underWay.incrementAndGet();
        try {
            return order.get();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** A server was ordered with these cards. */
    void expect(String id, RequestToken token, Map<String, String> cards) {
        enter();
        try {
            ordered = System.nanoTime();
            unborn.put(id, new Unborn(token, Map.copyOf(cards), ordered));
            if (unborn.size() > REMEMBERED) {
                unborn.remove(unborn.keySet().iterator().next());
            }
        } finally {
            turn.unlock();
        }
    }

    /** The server if it is being built; empty when it is to be asked for. */
    Optional<Child> look(String id) {
        enter();
        try {
            Unborn child = unborn.get(id);
            if (child == null) {
                return Optional.empty();
            }
            long early = early(child);
            if (early > 0) {
                return Optional.of(child.seen(null, early));
            }
            long fresh = Math.max(FRESH, Math.min(typical, LONG) / LOOKS);
            if (!last.answers(id, fresh)) {
                last = ask(id);
            }
            JsonNode server = last.seen().get(id);
            ResourceState state = server == null ? ResourceState.MISSING : ServerState.of(server);
            if (state != ResourceState.BUILDING) {
                unborn.remove(id);
                typical = System.nanoTime() - child.ordered();
            }
            // a list leaves out why a server that found no host is broken
            return state == ResourceState.MISSING || state == ResourceState.ERROR
                    ? Optional.empty()
                    : Optional.of(child.seen(server, last.taken() + fresh - System.nanoTime()));
        } finally {
            turn.unlock();
        }
    }

    /** For how long nobody looks at this one yet; zero or less when it is time. */
    private long early(Unborn child) {
        long now = System.nanoTime();
        long age = now - child.ordered();
        boolean calm = underWay.get() == 0 && (child.ordered() == ordered || now - ordered >= CALM);
        return !calm && age < PATIENCE ? FRESH : Math.min(typical, LONG) / 2 - age;
    }

    private Round ask(String id) {
        Set<String> ids = new LinkedHashSet<>(List.of(id));
        unborn.keySet().stream().limit(MOST).forEach(ids::add);
        String marks =
                ids.stream()
                        .map(one -> Marks.of(unborn.get(one).token()))
                        .collect(Collectors.joining(","));
        Ask ask = Ask.get("Look at new servers", Service.COMPUTE, "/servers/detail");
        Map<String, JsonNode> seen = new HashMap<>();
        cloud.list(ask.query("tags-any", marks), "servers")
                .forEach(server -> seen.put(server.path("id").asText(), server));
        return new Round(System.nanoTime(), ids, seen);
    }

    private void enter() {
        try {
            if (turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelamonException(
                    ErrorCode.VIM_TIMEOUT, e, "Interrupted while another call looked at servers");
        }
        throw new TelamonException(
                ErrorCode.VIM_TIMEOUT, "Another call still looks at servers after %s", patience);
    }
}
