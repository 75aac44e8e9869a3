/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.model.plan.Task;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.api.TaskView;
import io.telamon.ro.internal.janitor.Janitor;
import io.telamon.ro.internal.lane.LaneStatus;
import io.telamon.ro.internal.ledger.Ledger;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lanes and their queues for doors. */
@Component(service = RoFacade.class)
public final class LedgerLanes implements RoFacade {
    private static final int LONGEST_PAGE = 1_000;

    private final Store store;
    private final Ledger ledger;
    private final Janitor janitor;
    private final AccountAccess access;
    private final LaneViews views;

    /** Wires the component. */
    @Activate
    public LedgerLanes(
            @Reference Store store,
            @Reference Plugins plugins,
            @Reference Ledger ledger,
            @Reference Janitor janitor) {
        this.store = store;
        this.ledger = ledger;
        this.janitor = janitor;
        access = new AccountAccess(store);
        views = new LaneViews(ledger, plugins, Clock.systemUTC());
    }

    @Override
    public List<LaneView> lanes(Caller caller) {
        caller.require("ro:read");
        return Stream.of(LaneKind.VIM, LaneKind.SDN)
                .flatMap(kind -> access.list(caller, kind).stream())
                .map(views::of)
                .toList();
    }

    @Override
    public Page<TaskView> queue(Caller caller, LaneId lane, Page.Request page) {
        caller.require("ro:read");
        Account account = access.get(caller, lane);
        int limit = Math.min(Math.max(page.limit(), 1), LONGEST_PAGE);
        return store.read(work -> queue(work, account, new Slice(page.after(), limit)));
    }

    @Override
    public LaneView pause(Caller caller, LaneId lane) {
        return setPaused(caller, lane, true);
    }

    @Override
    public LaneView resume(Caller caller, LaneId lane) {
        return setPaused(caller, lane, false);
    }

    @Override
    public List<String> audit(Caller caller, LaneId lane) {
        caller.require("ro:operate");
        return janitor.audit(access.get(caller, lane).lane());
    }

    private LaneView setPaused(Caller caller, LaneId lane, boolean paused) {
        caller.require("ro:operate");
        Account saved =
                store.write(
                        work -> {
                            Account account = AccountAccess.get(work, caller, lane);
                            Map<String, String> settings = new HashMap<>(account.settings());
                            settings.put(LaneStatus.PAUSED_SETTING, Boolean.toString(paused));
                            return work.accounts().save(account.withSettings(settings));
                        });
        ledger.laneChanged(lane);
        return views.of(saved);
    }

    private Page<TaskView> queue(UnitOfWork work, Account account, Slice slice) {
        List<Task> tasks = work.tasks().ofLane(account.lane(), slice);
        String reason = ledger.heldUp(account.lane());
        List<TaskView> views =
                tasks.stream()
                        .map(
                                task ->
                                        new TaskView(
                                                task.heldUp(reason),
                                                account.name(),
                                                work.tasks().attempts(task.id())))
                        .toList();
        String next = tasks.size() < slice.limit() ? "" : tasks.get(tasks.size() - 1).id().value();
        return new Page<>(views, next);
    }
}
