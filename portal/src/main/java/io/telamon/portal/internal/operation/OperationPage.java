/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.operation;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.errors.Problem;
import io.telamon.model.OperationId;
import io.telamon.model.event.Event;
import io.telamon.model.plan.Operation;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.TaskView;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.Masthead;
import io.telamon.portal.internal.widget.Timeline;
import io.telamon.portal.internal.widget.UrlState;
import io.telamon.portal.internal.widget.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One operation: its tasks on a time line, live, with the decisions a failed one waits for. */
@Route(value = "operations/:id", layout = Shell.class)
@Needs("op:read")
public final class OperationPage extends LiveView implements BeforeEnterObserver, HasDynamicTitle {
    private final Masthead head = new Masthead(t("operation.kind"));
    private final OperationActions actions = new OperationActions(this::refresh);
    private final Div problem = new Div();
    private final Timeline timeline = new Timeline();
    private final TaskDrawer drawer = new TaskDrawer(actions, () -> select(""));
    private List<TaskView> tasks = List.of();
    private OperationId id;
    private OperationView shown;
    private UrlState url;

    /** Builds the page. */
    public OperationPage() {
        head.actions(actions.buttons());
        timeline.onSelect(event -> select(event.id()));
        Div split = new Div(timeline, drawer);
        split.addClassNames("tm-split", "tm-card-plain");
        content().add(head, problem, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new OperationId(event.getRouteParameters().get("id").orElseThrow());
        url = new UrlState(event.getLocation());
        if (isAttached()) {
            refresh();
        }
    }

    private void select(String task) {
        url.put(Map.of("task", task.equals(url.get("task")) ? "" : task));
        showTask();
    }

    @Override
    protected void load() {
        shown = Facades.call(OperationFacade.class, all -> all.get(SignedIn.me(), id));
        tasks = Facades.call(OperationFacade.class, all -> all.tasks(SignedIn.me(), id));
        Operation operation = shown.operation();
        String kind = or("operation." + operation.kind(), operation.kind().name());
        head.show(t("operation.title", kind, shown.instanceName()), operation.state());
        Anchor instance = new Anchor("instances/" + operation.instance(), shown.instanceName());
        instance.getElement().setAttribute("router-link", true);
        head.fact(t("column.instance"), instance);
        head.fact(t("column.tasks"), t("tasks.of", shown.settled(), shown.total()));
        head.fact(t("column.by"), operation.actor());
        head.fact(t("column.started"), Words.ago(operation.progress().started()));
        head.fact(t("column.took"), took(operation.progress()));
        head.id(id.value());
        head.sameAs(t("same.operation.command", id), t("same.operation.rest", id));
        actions.show(shown);
        problem(operation.progress().problem());
        timeline.show(tasks.stream().map(TaskBars::bar).toList(), System.currentTimeMillis());
        showTask();
    }

    private static String took(Operation.Progress progress) {
        return progress.state().isFinal()
                ? Words.lasting(Duration.between(progress.started(), progress.changed()))
                : "";
    }

    private void problem(Problem what) {
        problem.removeAll();
        if (what != null) {
            problem.add(new ErrorPanel(what, null));
        }
    }

    private void showTask() {
        String task = url.get("task");
        timeline.select(task);
        drawer.show(
                shown,
                tasks.stream()
                        .filter(view -> view.task().id().value().equals(task))
                        .findFirst()
                        .orElse(null));
    }

    @Override
    protected boolean concerns(Event event) {
        return event.subject().id().equals(id.value())
                || id.value().equals(event.data().get("operation"));
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? t("operation.kind") : shown.instanceName()) + " · " + t("app.name");
    }
}
