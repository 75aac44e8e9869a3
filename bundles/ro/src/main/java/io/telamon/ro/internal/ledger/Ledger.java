/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.OperationState;
import io.telamon.ro.internal.CrashPoints;
import io.telamon.ro.internal.RoConfig;
import io.telamon.ro.internal.lane.CallPool;
import io.telamon.ro.internal.lane.Lane;
import io.telamon.ro.internal.lane.LaneStatus;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.ro.internal.work.Outcome;
import io.telamon.ro.internal.work.RetryPolicy;
import io.telamon.store.api.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of the RO: one thread that records all outcomes, decides what follows, records the next
 * intents, all of it in one transaction per cycle (group commit), and only then lets the calls go
 * out. What it knows is rebuilt from the store at start, so a crash at any point loses nothing.
 */
@Component(service = Ledger.class, configurationPid = RoConfig.PID)
@Designate(ocd = RoConfig.class)
public final class Ledger implements AutoCloseable, Plugins.PluginListener {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final long LONGEST_WAIT_MILLIS = 1_000;
    private static final long FULL_POOL_WAIT_MILLIS = 50;
    private static final long OUTAGE_WAIT_MILLIS = 250;
    private static final long STOP_MILLIS = 5_000;

    private final Store store;
    private final Clock clock;
    private final CrashPoints crash;
    private final Plugins plugins;
    private final Calls calls;
    private final Loader loader;
    private final LaneBook lanes;
    private final Board board = new Board();
    private final CallPool pool;
    private final Settlement settlement;
    private final Decisions decisions;
    private final Recovery recovery;
    private final Dispatcher dispatcher;
    private final RefusedWrite refusedWrite;
    private final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final Map<TaskId, InFlight> inFlight = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private Instant stopAt;
    private volatile Map<LaneId, LaneStatus> statuses = Map.of();

    /** Wires the component and starts with what is unfinished. */
    @Activate
    public Ledger(
            @Reference Store store,
            @Reference Plugins plugins,
            @Reference Calls calls,
            @Reference CrashPoints crash,
            RoConfig config) {
        this.store = store;
        this.plugins = plugins;
        this.calls = calls;
        this.crash = crash;
        clock = calls.clock();
        loader = new Loader(store);
        lanes = new LaneBook(store, plugins, config);
        pool = new CallPool(config);
        settlement =
                new Settlement(RetryPolicy.of(config), Duration.ofMillis(config.observeMillis()));
        decisions = new Decisions(settlement);
        recovery = new Recovery(settlement);
        dispatcher = new Dispatcher(lanes, pool);
        Duration rest = Duration.ofMillis(config.backoffMaxMillis());
        refusedWrite = new RefusedWrite(board, refusedWays(), rest);
        plugins.listen(this);
        thread = new Thread(this::loop, "ro-ledger");
        thread.start();
    }

    /** Tells that an operation was accepted or grew. Returns at once. */
    public void wake(OperationId operation) {
        inbox.add(new Message.Wake(operation));
    }

    /** Tells that the account of a lane changed. Returns at once. */
    public void laneChanged(LaneId lane) {
        inbox.add(new Message.LaneChanged(lane));
    }

    /** Retries the failed tasks of an operation; done when it is on disk. */
    public void retry(OperationId id) {
        decide(draft -> decisions.retry(draft, id));
    }

    /** Gives an operation up; done when it is on disk. */
    public void fail(OperationId id) {
        decide(draft -> decisions.fail(draft, id));
    }

    /** Skips a task; done when it is on disk. */
    public void skip(TaskId id) {
        decide(draft -> decisions.skip(draft, id));
    }

    /** Lanes as they were after the last cycle. */
    public Map<LaneId, LaneStatus> statuses() {
        return statuses;
    }

    /** Why calls of a lane do not go out, for people; empty when they do. */
    public String heldUp(LaneId lane) {
        LaneStatus status = statuses.get(lane);
        return status == null ? "" : status.heldUp();
    }

    @Override
    public void changed(LaneKind kind, String type, boolean present) {
        inbox.add(new Message.PluginsChanged());
    }

    /**
     * Stops without an interrupt, which would close the database's file under other threads: no new
     * calls go out, and the outcomes of those under way are recorded as long as that takes no more
     * than a few seconds. What is still out then is asked again after the start.
     */
    @Deactivate
    @Override
    public void close() {
        plugins.unlisten(this);
        inbox.add(new Message.Stop());
        try {
            thread.join(STOP_MILLIS + LONGEST_WAIT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        pool.close();
    }

    private void decide(Consumer<Draft> change) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        inbox.add(new Message.Decision(change, done));
        try {
            done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof TelamonException known
                    ? known
                    : new TelamonException(ErrorCode.INTERNAL, refused, "The decision failed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy(stopping);
        } catch (TimeoutException late) {
            throw busy(late);
        }
    }

    private static TelamonException busy(Exception late) {
        return new TelamonException(
                ErrorCode.OVERLOADED,
                late,
                "The queue is busy; look at the operation and try again");
    }

    private void loop() {
        boolean begun = false;
        while (!isDone()) {
            List<Message> messages = new ArrayList<>();
            try {
                if (!begun) {
                    loader.unfinished().forEach(this::wake);
                    begun = true;
                }
                Message first = inbox.poll(waitMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    messages.add(first);
                    inbox.drainTo(messages);
                }
                note(messages);
                cycle(messages);
                statuses = lanes.statuses(board);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException defect) {
                repair(messages, defect);
            }
        }
    }

    /** Nobody waits for ever because of a defect: what was answered is asked again. */
    private void repair(List<Message> messages, RuntimeException defect) {
        LOG.error("A cycle of the ledger failed; its messages were {}", messages, defect);
        for (Message message : messages) {
            if (message instanceof Message.Result result) {
                inFlight.remove(result.call().job().task().id());
                wake(result.call().job().task().operation());
            } else if (message instanceof Message.Decision decision) {
                decision.done().completeExceptionally(defect);
            }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(OUTAGE_WAIT_MILLIS));
    }

    private boolean isDone() {
        return closed
                || (stopAt != null && (inFlight.isEmpty() || clock.instant().isAfter(stopAt)));
    }

    /** Takes over what concerns lanes only; done once per message, whatever the store says. */
    private void note(List<Message> messages) {
        Instant now = clock.instant();
        for (Message message : messages) {
            if (message instanceof Message.Stop) {
                stopAt = now.plusMillis(STOP_MILLIS);
            } else {
                lanes.note(message, now);
            }
        }
    }

    private void cycle(List<Message> messages) throws InterruptedException {
        List<Message> left = new ArrayList<>(messages);
        for (int refused = 0; !closed; ) {
            Draft draft = new Draft(board, clock.instant());
            try {
                decideAll(draft, left);
                List<InFlight> chosen =
                        stopAt == null ? dispatcher.choose(draft, settlement) : List.of();
                commit(draft);
                left.forEach(this::acknowledge);
                crash.reach(CrashPoints.RECORDED_NOT_RELEASED);
                draft.apply();
                send(chosen);
                if (stopAt == null) {
                    probe();
                }
                return;
            } catch (TelamonException failed) {
                LOG.warn("The ledger cannot write and tries again: {}", failed.getMessage());
                Thread.sleep(OUTAGE_WAIT_MILLIS);
                RefusedWrite.rereadFirst(draft, left);
                if (!RefusedWrite.isOutage(failed) && ++refused == RefusedWrite.MOST) {
                    refused = 0;
                    left = refusedWrite.narrow(draft.touched(), left, failed);
                }
            }
        }
    }

    private RefusedWrite.Ways refusedWays() {
        return new RefusedWrite.Ways() {
            @Override
            public void alone(Message message) {
                try {
                    cycle(List.of(message));
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void wake(OperationId operation) {
                Ledger.this.wake(operation);
            }

            @Override
            public void forget(InFlight call) {
                inFlight.remove(call.job().task().id());
            }
        };
    }

    private void commit(Draft draft) {
        if (!draft.isEmpty()) {
            store.write(
                    work -> {
                        draft.write(work);
                        crash.reach(CrashPoints.BEFORE_COMMIT);
                        return null;
                    });
            crash.reach(CrashPoints.COMMITTED_NOT_SENT);
        }
    }

    private void decideAll(Draft draft, List<Message> messages) {
        for (Message message : List.copyOf(messages)) {
            if (message instanceof Message.Wake wake) {
                load(wake.operation());
                recovery.recover(draft, wake.operation(), inFlight.keySet());
            } else if (message instanceof Message.Result result) {
                settlement.outcome(draft, result.call(), result.outcome());
                if (result.outcome() instanceof Outcome.Grown grown) {
                    grown.progress().wake().forEach(this::wake);
                }
            } else if (message instanceof Message.Decision decision) {
                try {
                    decision.change().accept(draft);
                } catch (TelamonException refused) {
                    messages.remove(message);
                    decision.done().completeExceptionally(refused);
                }
            }
        }
    }

    private void load(OperationId id) {
        loader.load(id).ifPresentOrElse(board::load, () -> board.unload(id));
        // an operation may be told of before the one whose task it waits for
        loader.waitedFor(board, id).forEach(other -> loader.load(other).ifPresent(board::load));
        inFlight.keySet().forEach(board::dequeue);
    }

    private void send(List<InFlight> chosen) {
        for (InFlight call : chosen) {
            TaskId task = call.job().task().id();
            board.dequeue(task);
            inFlight.put(task, call);
            lanes.of(call.job().task().lane()).sent();
            Run run = board.run(call.job().task().operation());
            boolean undoing = run.operation().state() == OperationState.ROLLING_BACK;
            pool.start(
                    () -> {
                        Outcome outcome = calls.run(call.job());
                        crash.reach(CrashPoints.ANSWERED_NOT_RECORDED);
                        if (undoing) {
                            crash.reach(CrashPoints.IN_ROLLBACK);
                        }
                        inbox.add(new Message.Result(call, outcome));
                    });
        }
    }

    private void probe() {
        for (Lane lane : lanes.all()) {
            if (pool.room() > 0 && lane.takeProbe(clock.instant())) {
                pool.start(() -> inbox.add(new Message.Probed(lane.id(), calls.probe(lane.id()))));
            }
        }
    }

    private long waitMillis() {
        Instant now = clock.instant();
        long wait = LONGEST_WAIT_MILLIS;
        if (stopAt != null) {
            return FULL_POOL_WAIT_MILLIS;
        }
        for (LaneId id : board.lanes()) {
            boolean room = lanes.known(id).map(Lane::hasRoom).orElse(true);
            if (room) {
                long due = Duration.between(now, board.queue(id).first().at()).toMillis();
                wait = Math.min(wait, pool.room() > 0 ? due + 1 : FULL_POOL_WAIT_MILLIS);
            }
        }
        return Math.max(0, wait);
    }

    /** What a message asked for is on disk. */
    private void acknowledge(Message message) {
        if (message instanceof Message.Decision decision) {
            decision.done().complete(null);
        } else if (message instanceof Message.Result result) {
            TaskId id = result.call().job().task().id();
            inFlight.remove(id);
            board.requeue(id);
        }
    }
}
