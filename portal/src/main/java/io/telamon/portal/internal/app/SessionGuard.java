/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinService;
import io.telamon.errors.Problem;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.login.LoginPage;
import io.telamon.portal.internal.widget.Toast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody past the sign-in page without a session and nobody to a page without its permission;
 * turns what a view let slip into a message instead of an exception page.
 */
final class SessionGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);

    void install(VaadinService service) {
        service.addUIInitListener(this::prepare);
        service.addSessionInitListener(
                event -> event.getSession().setErrorHandler(SessionGuard::unexpected));
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredURL("login?expired");
        service.setSystemMessagesProvider(info -> messages);
    }

    private void prepare(UIInitEvent init) {
        UI ui = init.getUI();
        ui.addBeforeEnterListener(SessionGuard::check);
        ui.getReconnectDialogConfiguration().setDialogText(Texts.t("connection.reconnecting"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(Texts.t("connection.lost"));
        ui.getReconnectDialogConfiguration().setReconnectAttempts(Integer.MAX_VALUE);
        ui.getReconnectDialogConfiguration().setReconnectInterval(2_000);
    }

    static void check(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (target == LoginPage.class) {
            return;
        }
        SignedIn.renew();
        if (SignedIn.current().isEmpty()) {
            event.rerouteTo(LoginPage.class); // the address stays, so signing in leads there
            return;
        }
        Needs needs = target.getAnnotation(Needs.class);
        if (needs != null && !SignedIn.may(needs.value())) {
            event.rerouteTo(ForbiddenPage.class);
        }
    }

    private static void unexpected(ErrorEvent event) {
        Problem problem = Problem.of(event.getThrowable());
        LOG.error("The portal met an unexpected error", event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.error(problem, Notification.Position.BOTTOM_END));
        }
    }
}
