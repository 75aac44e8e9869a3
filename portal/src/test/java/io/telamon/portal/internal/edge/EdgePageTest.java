/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.edge;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeView;
import io.telamon.portal.fakes.FakeEdge;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.Graph;
import io.telamon.portal.internal.widget.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of the edge: tables, map, and a function called from a form. */
class EdgePageTest {
    private static final int FUNCTIONS = 0;
    private static final int COMPUTERS = 1;
    private static final int BROKERS = 2;

    private final Harness harness = Harness.as("admin");

    @BeforeEach
    void open() {
        harness.open("faas/edge");
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static String row(int table, int row) {
        Grid<?> grid = _find(Grid.class).get(table);
        return String.join(" ", GridKt._getFormattedRow(grid, row));
    }

    @Test
    void tablesSayWhoServesWhatAndHowFast() {
        assertThat(row(FUNCTIONS, 0)).contains("echo", "12,180", "2.1 ms", "9.8 ms");
        assertThat(row(COMPUTERS, 0)).contains("10.0.0.1:7000", "8,120", "echo");
        assertThat(row(BROKERS, 0)).contains("10.0.0.9:6473", "connection refused");
        assertThat(row(BROKERS, 1)).contains("type=two-choices");
    }

    @Test
    void theMapLeadsFromBrokersToComputers() {
        Graph.Picture picture = EdgeMap.of(new FakeEdge().view);

        assertThat(picture.nodes()).hasSize(5);
        assertThat(picture.edges())
                .containsExactly(
                        new Graph.Edge("127.0.0.1:6473", "10.0.0.1:7000", "link"),
                        new Graph.Edge("127.0.0.1:6473", "10.0.0.2:7000", "link"));
    }

    @Test
    void withoutAnEdgeThePageSaysHowToGetOne() {
        FakeEdge edge = new FakeEdge();
        edge.view = new EdgeView(List.of(), List.of(), List.of(), List.of());
        harness.give(EdgeFacade.class, edge);

        harness.open("instances");
        harness.open("faas/edge");

        assertThat(text(_get(Notice.class))).contains(t("edge.empty.title"));
        _assertNone(Graph.class);
    }

    private String call(String input) {
        _click(_get(Button.class, spec -> spec.withText(t("edge.call"))));
        _setValue(_get(TextArea.class), input);
        CallDialog dialog = _get(CallDialog.class);
        _click(_get(dialog, Button.class, spec -> spec.withText(t("edge.call.now"))));
        harness.await(
                "the answer",
                () -> {
                    harness.settle();
                    return !text(dialog).isEmpty()
                            && _get(dialog, Button.class, s -> s.withText(t("edge.call.now")))
                                    .isEnabled();
                });
        return text(dialog);
    }

    @Test
    void aFunctionIsCalledAndItsAnswerShown() {
        assertThat(call("hello")).contains("hello", "10.0.0.1:7000", "3.4 ms", "2.0 ms");
    }

    @Test
    void whoMayNotCallSeesNoButton() {
        harness.close();
        try (Harness viewer = Harness.as("viewer")) {
            viewer.open("faas/edge");

            _assertNone(Button.class, spec -> spec.withText(t("edge.call")));
        }
    }
}
