/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The one table: search over all columns, sorting, choice of columns, all kept in the address; says
 * what to do when there is nothing. Rows are told apart by a key, so an update moves nothing.
 */
public final class DataTable<T> extends Div {
    private static final int TALL = 14;
    private static final String STATE_WIDTH = "10.5rem";
    private final Grid<T> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final Div tools = new Div();
    private final Div nothing = new Div();
    private final ColumnMenu<T> columns;
    private final List<Function<T, ? extends Comparable<?>>> values = new ArrayList<>();
    private final List<T> rows = new ArrayList<>();
    private final ListDataProvider<T> data;
    private UrlState url;

    /**
     * An empty table.
     *
     * @param label what it lists, for screen readers
     * @param key tells rows apart
     */
    public DataTable(String label, Function<T, Object> key) {
        addClassName("tm-table");
        data =
                new ListDataProvider<>(rows) {
                    @Override
                    public Object getId(T row) {
                        return key.apply(row);
                    }
                };
        data.setFilter(this::matches);
        grid.setItems(data);
        grid.setMultiSort(true, Grid.MultiSortPriority.APPEND, true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setColumnReorderingAllowed(true);
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.getElement().setAttribute("aria-label", label);
        grid.addSortListener(event -> remember("sort", sorting()));
        columns = new ColumnMenu<>(grid, hidden -> remember("hide", hidden));
        search.setPlaceholder(t("table.search"));
        search.setAriaLabel(t("table.search.label", label));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(
                event -> {
                    remember("q", event.getValue());
                    refresh();
                });
        count.addClassName("tm-count");
        count.getElement().setAttribute("role", "status");
        tools.addClassName("tm-tools");
        tools.add(search, count, columns);
        nothing.addClassName("tm-nothing");
        add(tools, nothing, grid);
    }

    /** Adds a column of plain text. */
    public DataTable<T> text(String id, String header, Function<T, String> value) {
        return column(id, header, new TextRenderer<>(value::apply), value);
    }

    /** Adds a column of states; searched and sorted by their words. */
    public DataTable<T> state(Function<T, Enum<?>> state) {
        column(
                "state",
                t("column.state"),
                StateTag.column(state::apply),
                row -> Tone.word(state.apply(row)));
        grid.getColumnByKey("state").setAutoWidth(false).setWidth(STATE_WIDTH).setFlexGrow(0);
        return this;
    }

    /** Adds a column; {@code value} is what is searched and sorted by. */
    public DataTable<T> column(
            String id,
            String header,
            Renderer<T> shown,
            Function<T, ? extends Comparable<?>> value) {
        values.add(value);
        Grid.Column<T> column =
                grid.addColumn(shown)
                        .setKey(id)
                        .setHeader(header)
                        .setAutoWidth(true)
                        .setResizable(true)
                        .setComparator(Comparator.comparing(row -> comparable(value.apply(row))));
        columns.offer(column, header);
        return this;
    }

    /** A column of buttons: neither sorted nor searched. */
    public DataTable<T> buttons(String id, String header, Renderer<T> shown) {
        Grid.Column<T> column =
                grid.addColumn(shown)
                        .setKey(id)
                        .setHeader(header)
                        .setAutoWidth(true)
                        .setFlexGrow(0);
        columns.offer(column, header);
        return this;
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Comparable<?> value) {
        return (Comparable<Object>)
                (Object) (value instanceof String text ? text.toLowerCase(Locale.ROOT) : value);
    }

    /** What to show instead of an empty table. */
    public DataTable<T> whenEmpty(Component notice) {
        nothing.removeAll();
        nothing.add(notice);
        return this;
    }

    /** Adds buttons at the end of the tool line. */
    public DataTable<T> tools(Component... more) {
        tools.add(more);
        return this;
    }

    /** Takes search, sorting and hidden columns from the address and keeps them there. */
    public void follow(UrlState state) {
        url = state;
        search.setValue(state.get("q"));
        columns.hide(state.get("hide"));
        List<GridSortOrder<T>> order = new ArrayList<>();
        for (String part : state.get("sort").split(",")) {
            Grid.Column<T> column = grid.getColumnByKey(part.replace("-", ""));
            if (column != null) {
                order.add(
                        new GridSortOrder<>(
                                column,
                                part.startsWith("-")
                                        ? SortDirection.DESCENDING
                                        : SortDirection.ASCENDING));
            }
        }
        if (!order.isEmpty()) {
            grid.sort(order);
        }
    }

    private String sorting() {
        List<String> parts = new ArrayList<>();
        grid.getSortOrder()
                .forEach(
                        order ->
                                parts.add(
                                        (order.getDirection() == SortDirection.DESCENDING
                                                        ? "-"
                                                        : "")
                                                + order.getSorted().getKey()));
        return String.join(",", parts);
    }

    private void remember(String key, String value) {
        if (url != null) {
            url.put(Map.of(key, value));
        }
    }

    /** Shows these rows; scroll position, focus and sorting stay. */
    public void show(Collection<T> next) {
        rows.clear();
        rows.addAll(next);
        refresh();
    }

    /** Shows one row anew, or for the first time. */
    public void put(T row) {
        Object key = data.getId(row);
        int at = 0;
        while (at < rows.size() && !data.getId(rows.get(at)).equals(key)) {
            at++;
        }
        if (at < rows.size()) {
            rows.set(at, row);
        } else {
            rows.add(row);
        }
        refresh();
    }

    /** Takes the row with this key away. */
    public void drop(Object key) {
        rows.removeIf(row -> data.getId(row).equals(key));
        refresh();
    }

    private void refresh() {
        data.refreshAll();
        boolean empty = rows.isEmpty();
        nothing.setVisible(empty && nothing.getChildren().findAny().isPresent());
        grid.setVisible(!empty);
        search.setVisible(!empty);
        columns.setVisible(!empty);
        count.setVisible(!empty);
        long shown = rows.stream().filter(this::matches).count();
        count.setText(
                shown == rows.size()
                        ? t("table.count", shown)
                        : t("table.count.filtered", shown, rows.size()));
        grid.setAllRowsVisible(rows.size() <= TALL);
    }

    private boolean matches(T row) {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || values.stream()
                        .map(value -> String.valueOf(value.apply(row)).toLowerCase(Locale.ROOT))
                        .anyMatch(text -> text.contains(wanted));
    }

    /** The table itself, for tests and row styling. */
    public Grid<T> grid() {
        return grid;
    }
}
