/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.telamon.errors.Problem;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.Tone;
import io.telamon.portal.internal.widget.Words;
import java.util.List;
import java.util.function.Consumer;

/** The steps of a connection test as they are taken, then the verdict. Hidden before the first. */
final class CheckPanel extends Div implements CheckRun.Watcher {
    private final StateTag verdict = new StateTag();
    private final Span sentence = new Span();
    private final OrderedList steps = new OrderedList();
    private Consumer<Boolean> whileRunning = running -> {};
    private Consumer<Boolean> whenDone = works -> {};
    private CheckRun current;

    CheckPanel() {
        addClassName("tm-check");
        Div head = new Div(verdict, sentence);
        head.addClassName("tm-check-head");
        head.getElement().setAttribute("role", "status");
        steps.getElement().setAttribute("aria-label", t("check.steps"));
        add(head, steps);
        setVisible(false);
    }

    /** Told true when a test starts and false when it ends. */
    void whileRunning(Consumer<Boolean> listener) {
        whileRunning = listener;
    }

    /** Told at the end whether the connection works. */
    void whenDone(Consumer<Boolean> listener) {
        whenDone = listener;
    }

    /** Forgets a result that no longer fits. */
    void forget() {
        current = null;
        setVisible(false);
        whileRunning.accept(false);
    }

    /** Starts a test; an earlier one is no longer listened to. */
    void run(CheckRun.Call call) {
        steps.removeAll();
        getChildren().filter(ErrorPanel.class::isInstance).toList().forEach(this::remove);
        verdict.show(Tone.BUSY, t("check.running"));
        sentence.setText(t("check.running.text"));
        setVisible(true);
        whileRunning.accept(true);
        current = new CheckRun(call, this);
        current.start();
    }

    @Override
    public void taken(CheckRun run, CheckStepView step) {
        if (run == current) {
            steps.add(item(step));
        }
    }

    @Override
    public void ended(CheckRun run, List<CheckStepView> all) {
        if (run != current) {
            return;
        }
        steps.removeAll();
        all.forEach(step -> steps.add(item(step)));
        List<CheckStepView> failed = all.stream().filter(CheckStepView::failed).toList();
        boolean works = failed.isEmpty();
        verdict.show(works ? Tone.OK : Tone.BAD, t(works ? "check.works" : "check.fails"));
        sentence.setText(
                works
                        ? t("check.works.text", absent(all))
                        : t("check.fails.text", name(failed.get(0))));
        end(works);
    }

    @Override
    public void refused(CheckRun run, Problem problem) {
        if (run != current) {
            return;
        }
        verdict.show(Tone.BAD, t("check.refused"));
        sentence.setText("");
        add(new ErrorPanel(problem, null));
        end(false);
    }

    private void end(boolean works) {
        current = null;
        whileRunning.accept(false);
        whenDone.accept(works);
    }

    private static long absent(List<CheckStepView> all) {
        return all.stream().filter(step -> step.outcome() == CheckStepView.Outcome.ABSENT).count();
    }

    private static String name(CheckStepView step) {
        return or("check.step." + step.name(), step.name());
    }

    private static ListItem item(CheckStepView step) {
        Span name = new Span(name(step));
        name.addClassName("tm-check-name");
        Span detail = new Span(step.detail());
        detail.addClassName("tm-check-detail");
        Span took = new Span(step.took().isZero() ? "" : Words.lasting(step.took()));
        took.addClassName("tm-hint");
        return new ListItem(new StateTag(step.outcome()), name, detail, took);
    }
}
