/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.ServiceSource;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveHub;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection test, run beside the page, so that the page stays usable while a cloud hangs. */
final class CheckRun {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

    private final Call call;
    private final Watcher watcher;
    private final UI ui = UI.getCurrent();
    private final Caller caller = SignedIn.me();
    private final ServiceSource source = Facades.source();

    /** Which test. */
    @FunctionalInterface
    interface Call {
        /** Asks the facade; blocks until the test ends. */
        List<CheckStepView> on(AccountFacade door, Caller me, Consumer<CheckStepView> seen);
    }

    /** Who shows it; called with the page's lock. */
    interface Watcher {
        /** A step was taken. */
        void taken(CheckRun run, CheckStepView step);

        /** All steps. */
        void ended(CheckRun run, List<CheckStepView> all);

        /** The test could not be made. */
        void refused(CheckRun run, Problem problem);
    }

    CheckRun(Call call, Watcher watcher) {
        this.call = call;
        this.watcher = watcher;
    }

    void start() {
        try {
            LiveHub.current().work(this::work);
        } catch (RejectedExecutionException full) {
            watcher.refused(this, Problem.of(ErrorCode.OVERLOADED, t("check.busy")));
        }
    }

    private void work() {
        try {
            List<CheckStepView> all =
                    source.call(
                            AccountFacade.class,
                            door ->
                                    call.on(
                                            door,
                                            caller,
                                            step -> access(() -> watcher.taken(this, step))));
            access(() -> watcher.ended(this, all));
        } catch (TelamonException refused) {
            access(() -> watcher.refused(this, Problem.of(refused)));
        }
    }

    private void access(Runnable show) {
        try {
            ui.access(show::run);
        } catch (UIDetachedException gone) {
            LOG.debug("The page was closed during a connection test", gone);
        }
    }
}
