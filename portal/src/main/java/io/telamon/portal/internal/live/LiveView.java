/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.live;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.event.Event;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.ErrorPanel;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page that stays true: it loads when shown and again when the journal says that something on it
 * changed. While a facade is away it keeps what it shows, says so and goes on by itself.
 */
public abstract class LiveView extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);
    private static final long RETRY_MILLIS = 1_000;
    private final Div content = new Div();
    private Subscription subscription;
    private boolean retrying;
    private boolean ticking;
    private boolean facadeAway;
    private boolean feedAway;

    /** Makes an empty page. */
    protected LiveView() {
        addClassName("tm-page");
        content.addClassName("tm-page-content");
        super.add(content);
    }

    /** Where subclasses put their components. */
    protected Div content() {
        return content;
    }

    /** Fetches and shows everything; may throw what facades throw. */
    protected abstract void load();

    /** True when this event changed something that the page shows; called off the UI thread. */
    protected abstract boolean concerns(Event event);

    /** Shows what changed; by default everything anew. */
    protected void changed(List<Event> batch) {
        load();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = LiveHub.current().follow(SignedIn.me(), new Ear(ui));
        refresh();
        tick(ui);
    }

    /**
     * After how many milliseconds the page looks again by itself, for what the journal does not
     * tell; 0 for never.
     */
    protected long again() {
        return 0;
    }

    private void tick(UI ui) {
        if (again() == 0 || ticking) {
            return;
        }
        ticking = true;
        LiveHub.current()
                .later(
                        () ->
                                access(
                                        ui,
                                        () -> {
                                            ticking = false;
                                            if (isAttached()) {
                                                refresh();
                                                tick(ui);
                                            }
                                        }),
                        again());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /** Loads and turns failure into what a person can use. */
    public final void refresh() {
        guarded(this::load);
    }

    private void guarded(Runnable load) {
        try {
            load.run();
            removeError();
            facadeAway = false;
        } catch (TelamonException problem) {
            if (problem.code() == ErrorCode.UNAVAILABLE) {
                facadeAway = true;
                retryLater();
            } else {
                showError(Problem.of(problem));
            }
        }
        banner();
    }

    private void banner() {
        Shell.banner(
                this,
                facadeAway
                        ? Shell.Banner.REPLACED
                        : feedAway ? Shell.Banner.RECONNECTING : Shell.Banner.NONE);
    }

    private void retryLater() {
        UI ui = getUI().orElse(null);
        if (ui == null || retrying) {
            return;
        }
        retrying = true;
        LiveHub.current()
                .later(
                        () ->
                                access(
                                        ui,
                                        () -> {
                                            retrying = false;
                                            if (isAttached()) {
                                                refresh();
                                            }
                                        }),
                        RETRY_MILLIS);
    }

    private void showError(Problem problem) {
        removeError();
        content.setVisible(false);
        super.add(new ErrorPanel(problem, this::refresh));
    }

    private void removeError() {
        content.setVisible(true);
        getChildren()
                .filter(ErrorPanel.class::isInstance)
                .toList()
                .forEach(Component::removeFromParent);
    }

    private static void access(UI ui, Runnable task) {
        try {
            ui.access(task::run);
        } catch (UIDetachedException gone) {
            LOG.debug("A page was closed meanwhile", gone);
        }
    }

    /** Hears the journal for this page. */
    private final class Ear implements Subscription.Page {
        private final UI ui;

        Ear(UI ui) {
            this.ui = ui;
        }

        @Override
        public boolean concerns(Event event) {
            return LiveView.this.concerns(event);
        }

        @Override
        public void changed(List<Event> batch) {
            access(ui, () -> guarded(() -> LiveView.this.changed(batch)));
        }

        @Override
        public void connected(boolean there) {
            access(
                    ui,
                    () -> {
                        boolean back = there && feedAway;
                        feedAway = !there;
                        if (back) {
                            refresh();
                        } else {
                            banner();
                        }
                    });
        }
    }
}
