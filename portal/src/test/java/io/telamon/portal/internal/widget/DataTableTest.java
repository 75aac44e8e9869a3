/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import io.telamon.model.plan.TaskState;
import io.telamon.portal.internal.app.Harness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataTableTest {
    /** A row to show. */
    private record Row(int id, String name, int size, TaskState state) {}

    private final Harness harness = Harness.as("admin");
    private final Span empty = new Span("nothing here");
    private final DataTable<Row> table =
            new DataTable<Row>("rows", Row::id)
                    .text("name", "Name", Row::name)
                    .column(
                            "size",
                            "Size",
                            new com.vaadin.flow.data.renderer.TextRenderer<>(
                                    row -> "" + row.size()),
                            Row::size)
                    .state(Row::state)
                    .whenEmpty(empty);

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void searchLooksIntoEveryColumnAndIgnoresCase() {
        show();

        table.follow(new UrlState(new Location("rows?q=BETA")));
        assertThat(names()).containsExactly("beta");

        table.follow(new UrlState(new Location("rows?q=fail")));
        assertThat(names()).containsExactly("gamma");
    }

    @Test
    void sortingFollowsTheAddressAndSortsNumbersAsNumbers() {
        show();

        table.follow(new UrlState(new Location("rows?sort=-size")));

        assertThat(names()).containsExactly("gamma", "beta", "alpha");
    }

    @Test
    void hiddenColumnsStayHidden() {
        show();

        table.follow(new UrlState(new Location("rows?hide=size,state")));

        assertThat(table.grid().getColumnByKey("size").isVisible()).isFalse();
        assertThat(table.grid().getColumnByKey("state").isVisible()).isFalse();
        assertThat(table.grid().getColumnByKey("name").isVisible()).isTrue();
    }

    @Test
    void anEmptyTableShowsTheNoticeInstead() {
        table.show(List.of());

        assertThat(table.grid().isVisible()).isFalse();
        assertThat(empty.getParent()).isPresent().get().matches(parent -> parent.isVisible());
    }

    @Test
    void oneRowIsReplacedAddedOrDroppedByItsKey() {
        show();

        table.put(new Row(2, "delta", 5, TaskState.DONE));
        table.put(new Row(4, "omega", 6, TaskState.DONE));
        table.drop(1);

        assertThat(names()).containsExactly("delta", "gamma", "omega");
    }

    @Test
    void theAddressKeepsWhatItWasOpenedWith() {
        UrlState url = new UrlState(new Location("instances/new?at.1=lisbon&at.2=oslo&nsd=x"));

        assertThat(url.get("nsd")).isEqualTo("x");
        assertThat(url.get("absent")).isEmpty();
        assertThat(url.under("at.")).containsOnlyKeys("1", "2").containsEntry("2", "oslo");
    }

    @Test
    void anEmptyValueLeavesTheAddress() {
        UrlState url = new UrlState(new Location("rows?q=a"));
        UI.getCurrent().getPage();

        url.put(java.util.Map.of("q", "", "sort", "name"));

        assertThat(url.get("q")).isEmpty();
        assertThat(url.get("sort")).isEqualTo("name");
    }

    private void show() {
        table.show(
                List.of(
                        new Row(1, "alpha", 2, TaskState.DONE),
                        new Row(2, "beta", 10, TaskState.READY),
                        new Row(3, "gamma", 100, TaskState.FAILED)));
    }

    private List<String> names() {
        return GridKt._findAll(table.grid()).stream().map(Row::name).toList();
    }
}
