/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.model.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Remembers for a few seconds that a token was good. Every change of users, roles, tokens or
 * tenants on this node empties it at once; changes on other nodes are seen after {@link #KEPT}.
 * Keys are hashes of whole tokens. Thread-safe.
 */
@Component(service = TokenCache.class)
public final class TokenCache {
    static final Duration KEPT = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final Clock clock;

    /** Starts empty. */
    @Activate
    public TokenCache() {
        this(Clock.systemUTC());
    }

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    /** To be read before the store is, and handed to {@link #put}. */
    long generation() {
        return generation.get();
    }

    Optional<Caller> get(String hash) {
        return Optional.ofNullable(entries.get(hash))
                .filter(entry -> entry.generation == generation.get())
                .filter(entry -> clock.instant().isBefore(entry.until))
                .map(Entry::caller);
    }

    /** Keeps an answer that was read from the store after {@code seen} was taken. */
    void put(String hash, Caller caller, Instant expires, long seen) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        Instant until = clock.instant().plus(KEPT);
        entries.put(hash, new Entry(caller, expires.isBefore(until) ? expires : until, seen));
    }

    /** Forgets everything; to be called after each committed change of identities. */
    void clear() {
        generation.incrementAndGet();
        entries.clear();
    }

    private record Entry(Caller caller, Instant until, long generation) {}
}
