/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.shell;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.Toast;

/** Shows the tenant worked in and switches to another; operators may look at all at once. */
final class TenantMenu extends MenuBar {
    TenantMenu() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        addClassName("tm-tenant");
        SignedIn.current().ifPresent(this::build);
    }

    private void build(SignedIn who) {
        Span label = new Span(who.everyTenant() ? t("tenant.all") : who.tenant());
        MenuItem root = addItem(new Span(VaadinIcon.BUILDING.create(), label));
        root.getElement().setAttribute("aria-label", t("tenant.switch", label.getText()));
        SubMenu choices = root.getSubMenu();
        for (String tenant : who.tenants()) {
            choice(choices, tenant, !who.everyTenant() && tenant.equals(who.tenant()))
                    .addClickListener(click -> reload(() -> SignedIn.switchTo(tenant)));
        }
        if (who.caller().seesAllTenants()) {
            choice(choices, t("tenant.all"), who.everyTenant())
                    .addClickListener(click -> reload(SignedIn::showEveryTenant));
        }
    }

    private static MenuItem choice(SubMenu menu, String text, boolean chosen) {
        MenuItem item = menu.addItem(text);
        item.setCheckable(true);
        item.setChecked(chosen);
        return item;
    }

    private void reload(Runnable change) {
        if (Toast.tried(change)) {
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }
}
