/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Lets a person choose which columns of a table are shown. */
final class ColumnMenu<T> extends MenuBar {
    private final Map<Grid.Column<T>, MenuItem> items = new LinkedHashMap<>();
    private final Consumer<String> changed;
    private final MenuItem root;

    ColumnMenu(Grid<T> grid, Consumer<String> changed) {
        this.changed = changed;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        root = addItem(VaadinIcon.GRID_SMALL_O.create());
        root.getElement().setAttribute("aria-label", t("table.columns"));
        setTooltipText(root, t("table.columns"));
    }

    void offer(Grid.Column<T> column, String header) {
        MenuItem item = root.getSubMenu().addItem(header);
        item.setCheckable(true);
        item.setChecked(true);
        item.setKeepOpen(true);
        item.addClickListener(
                click -> {
                    column.setVisible(item.isChecked());
                    changed.accept(hidden());
                });
        items.put(column, item);
    }

    void hide(String keys) {
        List<String> hidden = List.of(keys.split(","));
        items.forEach(
                (column, item) -> {
                    boolean shown = !hidden.contains(column.getKey());
                    column.setVisible(shown);
                    item.setChecked(shown);
                });
    }

    private String hidden() {
        return items.keySet().stream()
                .filter(column -> !column.isVisible())
                .map(Grid.Column::getKey)
                .collect(Collectors.joining(","));
    }
}
