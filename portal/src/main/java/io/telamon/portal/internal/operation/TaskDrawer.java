/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.operation;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.telamon.errors.Problem;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.TaskView;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.Facts;
import io.telamon.portal.internal.widget.SameAs;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.Words;
import java.time.Duration;
import java.util.List;

/** All about one task: what it waits for, its error, each try, and the way to skip it. */
final class TaskDrawer extends Aside {
    private final OperationActions actions;
    private final Runnable close;
    private TaskView shown;

    TaskDrawer(OperationActions actions, Runnable close) {
        this.actions = actions;
        this.close = close;
        addClassNames("tm-detail", "tm-drawer");
        getElement().setAttribute("aria-label", t("task.drawer"));
        setVisible(false);
    }

    void show(OperationView operation, TaskView view) {
        setVisible(view != null);
        if (view == null || view.equals(shown)) {
            return;
        }
        shown = view;
        removeAll();
        Task task = view.task();
        add(head(task), facts(view));
        Problem problem = task.status().problem();
        if (problem != null) {
            add(new ErrorPanel(problem, null));
        }
        if (actions.maySkip(task)) {
            add(new Button(t("action.skip"), click -> actions.skip(task)));
        }
        attempts(view.attempts());
        if (actions.maySkip(task)) {
            SameAs same = new SameAs();
            same.show(
                    t("same.skip.command", operation.operation().id(), task.id()),
                    t("same.skip.rest", operation.operation().id(), task.id()));
            add(same);
        }
    }

    private Div head(Task task) {
        Button shut = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        shut.setAriaLabel(t("action.close"));
        Div head =
                new Div(
                        new H2(or("verb." + task.verb(), task.verb().name()) + " " + task.key()),
                        shut);
        head.addClassName("tm-drawer-head");
        return head;
    }

    private static Facts facts(TaskView view) {
        Task task = view.task();
        Facts facts = new Facts();
        facts.add(t("column.state"), new StateTag(task.state()));
        facts.add(t("column.account"), view.account());
        facts.add(t("task.lane"), task.lane().toString());
        facts.add(t("task.waiting"), task.status().waitingFor());
        facts.add(t("task.changed"), Words.time(task.status().changed()));
        if (!task.state().isSettled() && !task.status().due().equals(task.status().changed())) {
            facts.add(t("task.due"), Words.time(task.status().due()));
        }
        facts.add(t("masthead.id"), new Code(task.id().value()));
        return facts;
    }

    private void attempts(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("tm-attempts");
        for (Attempt attempt : attempts) {
            ListItem item = new ListItem(new Span(text(attempt)));
            if (attempt.problem() != null) {
                Span why = new Span(attempt.problem().code() + ": " + attempt.problem().detail());
                why.addClassName("tm-hint");
                item.add(why);
            }
            list.add(item);
        }
        add(new H3(t("task.attempts")), list);
    }

    private static String text(Attempt attempt) {
        String when = Words.time(attempt.started());
        return attempt.ended() == null
                ? t("attempt.open", when)
                : t(
                        "attempt.closed",
                        when,
                        or("outcome." + attempt.outcome(), attempt.outcome()),
                        Words.lasting(Duration.between(attempt.started(), attempt.ended())));
    }
}
