/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.login;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.portal.internal.facade.SignedIn;
import java.util.Arrays;

/** Asks for name and password; stands in for every page while nobody is signed in. */
@Route("login")
@CssImport("./styles/telamon.css")
public final class LoginPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final LoginForm form = new LoginForm();
    private final Paragraph note = new Paragraph();

    /** Builds the page. */
    public LoginPage() {
        addClassName("tm-login");
        Span mark = new Span();
        mark.addClassName("tm-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(mark, new Span(t("app.name")));
        brand.addClassName("tm-login-brand");
        note.addClassName("tm-login-note");
        note.getElement().setAttribute("role", "status");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("login.refused.title", t("login.refused.text")));
        form.addLoginListener(event -> signIn(event.getUsername(), event.getPassword()));
        Div card = new Div(brand, note, form, new Paragraph(t("login.help")));
        card.addClassName("tm-login-card");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return t("login.title") + " · " + t("app.name");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedIn.current().isPresent()) {
            event.forwardTo("instances");
            return;
        }
        var query = event.getLocation().getQueryParameters().getParameters();
        note.setText(
                query.containsKey("expired")
                        ? t("login.expired")
                        : query.containsKey("bye") ? t("login.bye") : "");
        note.setVisible(!note.getText().isEmpty());
    }

    private void signIn(String user, String password) {
        char[] secret = password.toCharArray();
        try {
            SignedIn.signIn(user, secret);
        } catch (TelamonException refused) {
            boolean credentials = refused.code() == ErrorCode.UNAUTHENTICATED;
            form.setI18n(
                    credentials
                            ? words("login.refused.title", t("login.refused.text"))
                            : words("login.trouble.title", refused.getMessage()));
            form.setError(true);
            return;
        } finally {
            Arrays.fill(secret, '\0');
        }
        freshSessionId();
        // anywhere else but here, the address is still that of the page that was asked for
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "if (location.pathname.endsWith('/login'))"
                                + " location.replace(new URL('instances', document.baseURI));"
                                + " else location.reload();");
    }

    /** Whoever knew the session's id before the sign-in does not know it afterwards. */
    private static void freshSessionId() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
            request.getHttpServletRequest().changeSessionId();
        }
    }

    private static LoginI18n words(String title, String message) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle(t("login.title"));
        words.getForm().setUsername(t("login.user"));
        words.getForm().setPassword(t("login.password"));
        words.getForm().setSubmit(t("login.submit"));
        words.getErrorMessage().setTitle(t(title));
        words.getErrorMessage().setMessage(message);
        words.getErrorMessage().setUsername(t("login.user.missing"));
        words.getErrorMessage().setPassword(t("login.password.missing"));
        return words;
    }
}
