/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.ro.internal.RoConfig;
import io.telamon.ro.internal.lane.Lane;
import io.telamon.ro.internal.lane.LaneStatus;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.store.api.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** All lanes with their state, told of accounts and plug-ins. Owned by the ledger thread. */
final class LaneBook {
    private final Store store;
    private final Plugins plugins;
    private final RoConfig config;
    private final Map<LaneId, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private final Lane lane;
        private String type = "";
        private boolean stale = true;

        private Entry(Lane lane) {
            this.lane = lane;
        }
    }

    LaneBook(Store store, Plugins plugins, RoConfig config) {
        this.store = store;
        this.plugins = plugins;
        this.config = config;
    }

    /** The lane; made at first sight. */
    Lane of(LaneId id) {
        Entry known = entries.get(id);
        if (known == null) {
            known = new Entry(new Lane(id, config.permits(), config.circuitAfter()));
            entries.put(id, known);
        }
        if (known.stale) {
            refresh(known);
            known.stale = false;
        }
        return known.lane;
    }

    /** The lane if it was seen before; never reads. */
    Optional<Lane> known(LaneId id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.lane);
    }

    /** Lets the account of a lane be read again before its next use. */
    private void changed(LaneId id) {
        Entry known = entries.get(id);
        if (known != null) {
            known.stale = true;
        }
    }

    /** Looks again which plug-ins are there. */
    private void pluginsChanged() {
        entries.values().forEach(this::checkPlugin);
    }

    /** Lanes seen so far. */
    List<Lane> all() {
        return entries.values().stream().map(entry -> entry.lane).toList();
    }

    /** Takes over what a message says about a lane. */
    void note(Message message, Instant now) {
        if (message instanceof Message.Result result) {
            known(result.call().job().task().lane())
                    .ifPresent(lane -> Calls.note(lane, result.outcome(), now));
        } else if (message instanceof Message.Probed probed) {
            known(probed.lane()).ifPresent(lane -> lane.probed(probed.failure(), now));
        } else if (message instanceof Message.LaneChanged changed) {
            changed(changed.lane());
        } else if (message instanceof Message.PluginsChanged) {
            pluginsChanged();
        }
    }

    /** Lanes with their queues, for views and metrics. */
    Map<LaneId, LaneStatus> statuses(Board board) {
        Map<LaneId, LaneStatus> next = new HashMap<>();
        for (Lane lane : all()) {
            NavigableSet<Board.Due> queue = board.queue(lane.id());
            next.put(
                    lane.id(),
                    new LaneStatus(
                            lane.id(),
                            lane.state(),
                            lane.detail(),
                            queue.size(),
                            lane.inFlight(),
                            lane.permits(),
                            queue.isEmpty() ? null : queue.first().at()));
        }
        return Map.copyOf(next);
    }

    private void refresh(Entry entry) {
        LaneId id = entry.lane.id();
        if (id.kind() == LaneKind.WORKFLOW) {
            return;
        }
        Optional<Account> account = store.read(work -> work.accounts().find(id));
        entry.type = account.map(Account::type).orElse("");
        entry.lane.pause(account.map(LaneBook::paused).orElse(false));
        checkPlugin(entry);
    }

    private void checkPlugin(Entry entry) {
        LaneId id = entry.lane.id();
        boolean there = id.kind() == LaneKind.WORKFLOW || plugins.present(id.kind(), entry.type);
        entry.lane.absent(there ? "" : entry.type);
    }

    private static boolean paused(Account account) {
        return Boolean.parseBoolean(account.settings().get(LaneStatus.PAUSED_SETTING));
    }
}
