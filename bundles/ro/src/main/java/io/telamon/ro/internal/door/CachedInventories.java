/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.ro.api.Inventories;
import io.telamon.ro.internal.port.Ports;
import io.telamon.store.api.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Inventories of accounts, read at most once at a time per account and kept in the store, so that a
 * dry run has numbers even while a cloud is slow to answer.
 */
@Component(service = Inventories.class)
public final class CachedInventories implements Inventories {
    private final Store store;
    private final Ports ports;
    private final Clock clock;
    private final Map<LaneId, Inventory> recent = new ConcurrentHashMap<>();
    private final Map<LaneId, Object> turns = new ConcurrentHashMap<>();

    /** Wires the component. */
    @Activate
    public CachedInventories(@Reference Store store, @Reference Ports ports) {
        this(store, ports, Clock.systemUTC());
    }

    /** For tests with another clock. */
    public CachedInventories(Store store, Ports ports, Clock clock) {
        this.store = store;
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public Inventory of(LaneId lane, Duration maxAge) {
        Inventory known = recent.get(lane);
        if (isFresh(known, maxAge)) {
            return known;
        }
        synchronized (turns.computeIfAbsent(lane, key -> new Object())) {
            Inventory meanwhile = recent.get(lane);
            return isFresh(meanwhile, maxAge) ? meanwhile : read(lane);
        }
    }

    private Inventory read(LaneId lane) {
        Inventory read =
                ports.of(lane)
                        .inventory()
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.UNSUPPORTED,
                                                "%s has no inventory",
                                                lane));
        Optional<Account> account = store.read(work -> work.accounts().find(lane));
        Inventory seen = account.map(known -> RoundTrip.measured(known, read)).orElse(read);
        recent.put(lane, seen);
        store.write(
                work -> {
                    work.accounts().saveInventory(lane, seen);
                    return null;
                });
        return seen;
    }

    private boolean isFresh(Inventory known, Duration maxAge) {
        return known != null && known.seen().plus(maxAge).isAfter(clock.instant());
    }
}
