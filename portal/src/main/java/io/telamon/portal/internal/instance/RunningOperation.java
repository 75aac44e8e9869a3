/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.telamon.northbound.api.OperationView;
import io.telamon.portal.internal.widget.StateTag;

/** A line about the operation that holds a service, leading to it. */
final class RunningOperation extends Div {
    private final StateTag state = new StateTag();
    private final Span text = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Anchor open = new Anchor();

    RunningOperation() {
        addClassName("tm-running");
        open.getElement().setAttribute("router-link", true);
        bar.getElement().setAttribute("aria-label", t("operation.bar"));
        add(state, text, bar, open);
        setVisible(false);
    }

    void show(OperationView view) {
        setVisible(view != null);
        if (view == null) {
            return;
        }
        String kind = or("operation." + view.operation().kind(), view.operation().kind().name());
        state.show(view.operation().state());
        text.setText(
                view.failed() > 0
                        ? t(
                                "operation.progress.failed",
                                kind,
                                view.settled(),
                                view.total(),
                                view.failed())
                        : t("operation.progress", kind, view.settled(), view.total()));
        bar.setMax(Math.max(1, view.total()));
        bar.setValue(Math.min(view.settled(), Math.max(1, view.total())));
        open.setHref("operations/" + view.operation().id());
        open.setText(t(view.failed() > 0 ? "operation.decide" : "operation.open"));
    }
}
