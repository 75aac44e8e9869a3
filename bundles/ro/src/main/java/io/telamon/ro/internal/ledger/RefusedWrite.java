/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.OperationId;
import io.telamon.ro.internal.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when the ledger cannot write. An outage is waited for. What the store refuses again
 * and again although it answers is narrowed down: one cycle writes for all accounts, so one message
 * that cannot be recorded must not hold up the others: the messages go one by one, and the one that
 * is still refused fails its own task, for a person to decide.
 */
final class RefusedWrite {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedWrite.class);

    /** Refusals of one cycle before it is narrowed down. */
    static final int MOST = 3;

    private RefusedWrite() {}

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
     * @param messages what could not be written together
     * @param refused what the store said
     * @param alone records one message in a cycle of its own
     */
    static List<Message> narrow(
            List<Message> messages, TelamonException refused, Consumer<Message> alone) {
        long said = messages.stream().filter(message -> !isWake(message)).count();
        if (said > 1) {
            messages.forEach(alone);
            return new ArrayList<>();
        }
        return messages.stream()
                .map(message -> failed(message, refused))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isWake(Message message) {
        return message instanceof Message.Wake;
    }

    private static Message failed(Message message, TelamonException refused) {
        if (!(message instanceof Message.Result result)) {
            return message;
        }
        LOG.error(
                "The outcome {} of task {} cannot be recorded, the task fails",
                result.outcome(),
                result.call().job().task().id(),
                refused);
        Problem problem =
                Problem.of(
                        ErrorCode.WRONG_STATE,
                        "The cloud's answer cannot be recorded: "
                                + refused.getMessage()
                                + " Roll the operation back, or retry it.");
        return new Message.Result(result.call(), new Outcome.Failed(problem, null));
    }
}
