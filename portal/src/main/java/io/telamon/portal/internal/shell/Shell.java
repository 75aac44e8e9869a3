/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.shell;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.catalog.NsCatalogPage;
import io.telamon.portal.internal.catalog.VnfCatalogPage;
import io.telamon.portal.internal.cloud.CloudsPage;
import io.telamon.portal.internal.cloud.ControllersPage;
import io.telamon.portal.internal.edge.EdgePage;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.instance.InstancesPage;
import io.telamon.portal.internal.interconnect.InterconnectsPage;

/**
 * The frame around all pages: name, menu by permission, tenant, theme, person, connection banner.
 */
@CssImport("./styles/telamon.css")
public final class Shell extends AppLayout {
    /** What the line above the page says. */
    public enum Banner {
        /** Nothing to say. */
        NONE,
        /** The event feed is away; what is shown may be old. */
        RECONNECTING,
        /** A facade is away; the page goes on by itself. */
        REPLACED
    }

    private final Div banner = new Div();
    private final Div page = new Div();

    /** Builds the frame for the person of this session. */
    public Shell() {
        setPrimarySection(Section.NAVBAR);
        banner.addClassName("tm-banner");
        banner.getElement().setAttribute("role", "status");
        banner.setVisible(false);
        page.addClassName("tm-main");
        page.getElement().setAttribute("role", "main");
        page.setId("tm-main");
        page.getElement().setAttribute("tabindex", "-1");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(t("shell.menu"));
        Header header =
                new Header(brand(), new Div(new TenantMenu(), new ThemeButton(), new PersonMenu()));
        header.addClassName("tm-header");
        addToNavbar(toggle, header);
        addToDrawer(menu());
        setContent(new Div(banner, page));
        getContent().addClassName("tm-frame");
    }

    private static Component brand() {
        Span mark = new Span();
        mark.addClassName("tm-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor("instances", mark, new Span(t("app.name")));
        brand.addClassName("tm-brand");
        brand.getElement().setAttribute("router-link", true);
        return brand;
    }

    private static SideNav menu() {
        SideNav menu = new SideNav();
        menu.getElement().setAttribute("aria-label", t("shell.menu"));
        add(menu, InstancesPage.class, "menu.instances", VaadinIcon.CLUSTER);
        add(menu, CloudsPage.class, "menu.clouds", VaadinIcon.CLOUD_O);
        add(menu, ControllersPage.class, "menu.controllers", VaadinIcon.SPLIT);
        add(menu, InterconnectsPage.class, "menu.interconnects", VaadinIcon.CONNECT);
        add(menu, EdgePage.class, "menu.edge", VaadinIcon.BOLT);
        add(menu, NsCatalogPage.class, "menu.catalog.ns", VaadinIcon.PACKAGE);
        add(menu, VnfCatalogPage.class, "menu.catalog.vnf", VaadinIcon.CUBE);
        return menu;
    }

    private static void add(
            SideNav menu, Class<? extends Component> view, String key, VaadinIcon icon) {
        if (SignedIn.may(view.getAnnotation(Needs.class).value())) {
            SideNavItem item = new SideNavItem(t(key), view, icon.create());
            item.setMatchNested(true);
            menu.addItem(item);
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(content.getElement());
        banner(content.getElement().getComponent().orElse(null), Banner.NONE);
    }

    @Override
    public void removeRouterLayoutContent(HasElement old) {
        if (old != null) {
            page.getElement().removeChild(old.getElement());
        }
    }

    /** Shows or hides the line above the page that {@code inside} is part of. */
    public static void banner(Component inside, Banner what) {
        Component parent = inside;
        while (parent != null && !(parent instanceof Shell)) {
            parent = parent.getParent().orElse(null);
        }
        if (parent instanceof Shell shell) {
            shell.show(what);
        }
    }

    private void show(Banner what) {
        banner.setVisible(what != Banner.NONE);
        banner.setText(what == Banner.NONE ? "" : t("banner." + what));
    }
}
