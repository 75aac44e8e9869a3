/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.TaskView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Follows an operation to its end and tells each step. The operation does not depend on it: whoever
 * stops watching can come back. While the NFVO is being replaced it waits.
 */
public final class Watch {
    private final TelamonCommand command;
    private final Map<TaskId, TaskState> seen = new HashMap<>();
    private boolean absent;

    /** Watches for a command. */
    public Watch(TelamonCommand command) {
        this.command = command;
    }

    /** Returns the operation when it needs nobody any more or a person. */
    public OperationView untilSettled(OperationId id, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (true) {
            OperationView view = look(id);
            if (view != null && isSettled(view.operation().state())) {
                return judged(view);
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(
                        Exit.TIMEOUT,
                        "Operation "
                                + id
                                + " goes on after "
                                + most.toSeconds()
                                + " s; "
                                + hint(id));
            }
            if (!command.pause()) {
                throw new CommandFailure(
                        Exit.FAILED, "Detached; the operation goes on. " + hint(id));
            }
        }
    }

    private OperationView look(OperationId id) {
        try {
            OperationView view = command.ask(OperationFacade.class, (door, me) -> door.get(me, id));
            tell(view, command.ask(OperationFacade.class, (door, me) -> door.tasks(me, id)));
            absent = false;
            return view;
        } catch (TelamonException failure) {
            if (failure.code() != ErrorCode.UNAVAILABLE) {
                throw failure;
            }
            if (!absent) {
                command.say("%s", failure.getMessage());
            }
            absent = true;
            return null;
        }
    }

    private void tell(OperationView view, List<TaskView> tasks) {
        for (TaskView row : tasks) {
            Task task = row.task();
            TaskState before = seen.put(task.id(), task.state());
            if (before != task.state() && (before != null || task.state() != TaskState.BLOCKED)) {
                command.say(
                        "[%d/%d] %s %s on %s: %s",
                        view.settled(),
                        view.total(),
                        task.verb().name().toLowerCase(Locale.ROOT),
                        task.key(),
                        row.account(),
                        task.state());
            }
        }
    }

    private OperationView judged(OperationView view) {
        OperationState state = view.operation().state();
        if (state == OperationState.COMPLETED) {
            command.say("Operation %s completed.", view.operation().id());
            return view;
        }
        var problem = view.operation().progress().problem();
        throw new CommandFailure(
                Exit.OPERATION_FAILED,
                "Operation "
                        + view.operation().id()
                        + " is "
                        + state
                        + (problem == null ? "" : ": " + problem.code() + " " + problem.detail())
                        + (state == OperationState.FAILED_TEMP
                                ? "; next: op:retry, op:rollback, op:skip or op:fail"
                                : ""));
    }

    private static boolean isSettled(OperationState state) {
        return state.isFinal() || state == OperationState.FAILED_TEMP;
    }

    private static String hint(OperationId id) {
        return "Watch it with: op:watch " + id;
    }
}
