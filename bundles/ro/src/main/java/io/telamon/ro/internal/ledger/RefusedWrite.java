/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.OperationId;
import io.telamon.ro.internal.work.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when the ledger cannot write. An outage is waited for. What the store refuses again
 * and again although it answers is narrowed down, because one cycle writes for all accounts: the
 * messages go one by one; an outcome that is still refused fails its own task, a decision is
 * refused to the person, and an operation whose intents alone are refused rests for a while. Owned
 * by the ledger thread.
 */
final class RefusedWrite {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedWrite.class);
    private static final String UNRECORDED = "The cloud's answer cannot be recorded: ";

    /** Refusals of one cycle before it is narrowed down. */
    static final int MOST = 3;

    private final Board board;
    private final Ways ways;
    private final Executor later;

    /** What the ledger does for this class. */
    interface Ways {
        /** Records one message in a cycle of its own. */
        void alone(Message message);

        /** Puts a wake-up into the inbox. */
        void wake(OperationId operation);

        /** Forgets a call, so that its task is asked for again when it is loaded. */
        void forget(InFlight call);
    }

    RefusedWrite(Board board, Ways ways, Duration rest) {
        this.board = board;
        this.ways = ways;
        later = CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** True for what time mends: the same is written again until it succeeds. */
    static boolean isOutage(TelamonException failed) {
        return failed.code() == ErrorCode.UNAVAILABLE || failed.code() == ErrorCode.BUSY;
    }

    /** The store may have changed, or even have committed: what the draft touched is read again. */
    static void rereadFirst(Draft draft, List<Message> messages) {
        for (OperationId id : draft.touched()) {
            Message wake = new Message.Wake(id);
            if (!messages.contains(wake)) {
                messages.add(0, wake);
            }
        }
    }

    /**
     * The messages to go on with, in a new list.
     *
     * @param touched operations that the refused write would have changed
     * @param messages what could not be written together
     * @param refused what the store said
     */
    List<Message> narrow(
            Set<OperationId> touched, List<Message> messages, TelamonException refused) {
        List<Message> said = messages.stream().filter(RefusedWrite::changesSomething).toList();
        if (said.size() > 1) {
            messages.forEach(ways::alone);
            return new ArrayList<>();
        }
        if (said.isEmpty() || !canFail(said.get(0), refused)) {
            separate(touched, refused);
            return new ArrayList<>();
        }
        List<Message> next = new ArrayList<>(messages);
        next.removeIf(RefusedWrite::changesSomething);
        if (said.get(0) instanceof Message.Result result) {
            next.add(failed(result, refused));
        }
        return next;
    }

    private static boolean changesSomething(Message message) {
        return message instanceof Message.Result || message instanceof Message.Decision;
    }

    /** False when nothing less than this message can be recorded; it is dropped then. */
    private boolean canFail(Message message, TelamonException refused) {
        if (message instanceof Message.Decision decision) {
            decision.done().completeExceptionally(refused);
            return true;
        }
        Message.Result result = (Message.Result) message;
        boolean again =
                result.outcome() instanceof Outcome.Failed failure
                        && failure.problem().detail().startsWith(UNRECORDED);
        if (again) {
            ways.forget(result.call());
        }
        return !again;
    }

    /** Operations one by one, so that the one that cannot go on holds up itself only. */
    private void separate(Set<OperationId> touched, TelamonException refused) {
        touched.forEach(board::rest);
        for (OperationId id : touched) {
            if (touched.size() > 1) {
                ways.alone(new Message.Wake(id));
            } else {
                LOG.error("Operation {} cannot be recorded and rests for a while", id, refused);
                later.execute(() -> ways.wake(id));
            }
        }
    }

    private static Message failed(Message.Result result, TelamonException refused) {
        LOG.error(
                "The outcome {} of task {} cannot be recorded, the task fails",
                result.outcome(),
                result.call().job().task().id(),
                refused);
        Problem problem =
                Problem.of(
                        ErrorCode.WRONG_STATE,
                        UNRECORDED
                                + refused.getMessage()
                                + " Roll the operation back, or retry it.");
        return new Message.Result(result.call(), new Outcome.Failed(problem, null));
    }
}
