/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.operation;

import static io.telamon.portal.internal.app.Texts.or;

import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import io.telamon.northbound.api.TaskView;
import io.telamon.portal.internal.widget.Timeline;
import io.telamon.portal.internal.widget.Tone;

/** Turns a task into a bar of the time line: from its first try to its end. */
final class TaskBars {
    private TaskBars() {}

    static Timeline.Bar bar(TaskView view) {
        Task task = view.task();
        long start =
                view.attempts().isEmpty() ? 0 : view.attempts().get(0).started().toEpochMilli();
        boolean over =
                task.state().isSettled()
                        || Tone.of(task.state()) == Tone.BAD
                        || Tone.of(task.state()) == Tone.WARN;
        return new Timeline.Bar(
                task.id().value(),
                or("verb." + task.verb(), task.verb().name()),
                task.key(),
                view.account(),
                Tone.of(task.state()).key(),
                Tone.word(task.state()),
                start,
                start > 0 && over ? Math.max(start, end(view)) : 0,
                task.status().attempt(),
                note(task));
    }

    private static long end(TaskView view) {
        Attempt last = view.attempts().get(view.attempts().size() - 1);
        long changed = view.task().status().changed().toEpochMilli();
        return last.ended() == null ? changed : Math.max(changed, last.ended().toEpochMilli());
    }

    private static String note(Task task) {
        return task.status().problem() == null
                ? task.status().waitingFor()
                : task.status().problem().detail();
    }
}
