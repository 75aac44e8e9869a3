/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.shell;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.telamon.model.security.Role;
import io.telamon.portal.internal.app.SignOut;
import io.telamon.portal.internal.facade.SignedIn;
import java.util.stream.Collectors;

/** Who is signed in, with which roles, and the way out. */
final class PersonMenu extends MenuBar {
    PersonMenu() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        SignedIn.current().ifPresent(this::build);
    }

    private void build(SignedIn who) {
        MenuItem root = addItem(new Span(VaadinIcon.USER.create(), new Span(who.caller().user())));
        root.getElement().setAttribute("aria-label", t("person.menu", who.caller().user()));
        String roles =
                who.caller().roles().stream()
                        .map(Role::key)
                        .sorted()
                        .collect(Collectors.joining(", "));
        MenuItem info = root.getSubMenu().addItem(t("person.roles", roles));
        info.setEnabled(false);
        root.getSubMenu().addItem(t("person.signout"), click -> signOut());
    }

    private void signOut() {
        getUI().ifPresent(ui -> ui.getPage().setLocation(SignOut.PATH));
    }
}
