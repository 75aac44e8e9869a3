/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.shell;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** Light, dark or as the system has it; remembered by the browser (see index.html). */
final class ThemeButton extends MenuBar {
    ThemeButton() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        MenuItem root = addItem(VaadinIcon.ADJUST.create());
        root.getElement().setAttribute("aria-label", t("theme.choose"));
        for (String theme : new String[] {"system", "light", "dark"}) {
            root.getSubMenu().addItem(t("theme." + theme), click -> choose(theme));
        }
    }

    private void choose(String theme) {
        getElement().executeJs("window.telamonTheme($0)", theme);
    }
}
