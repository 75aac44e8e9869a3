/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.operation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.TaskState;
import io.telamon.northbound.api.TaskView;
import io.telamon.portal.fakes.FakeOperations;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationPageTest {
    private final Harness harness = Harness.as("admin");
    private final FakeOperations operations = new FakeOperations(harness.world);

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void theTimelineFollowsTheTasksToTheEnd() {
        open(harness.start("shop"));
        assertThat(head()).isEqualTo(t("state.PROCESSING"));

        harness.finish();

        harness.await("the operation is completed", () -> head().equals(t("state.COMPLETED")));
        assertThat(buttons()).isEmpty();
    }

    @Test
    void aFailedOperationOffersEveryDecision() {
        open(harness.running("fail-shop"));

        assertThat(buttons())
                .containsExactly(t("action.retry"), t("action.rollback"), t("action.fail"));
    }

    @Test
    void retryLetsTheFailedTaskRunAgain() {
        open(harness.running("fail-shop"));

        _click(_get(Button.class, spec -> spec.withText(t("action.retry"))));
        harness.finish();

        harness.await("the operation is completed", () -> head().equals(t("state.COMPLETED")));
    }

    @Test
    void rollbackAsksFirst() {
        open(harness.running("fail-shop"));

        _click(_get(Button.class, spec -> spec.withText(t("action.rollback"))));
        assertThat(head()).isEqualTo(t("state.FAILED_TEMP"));
        _click(_get(ConfirmAction.class).confirm());
        harness.finish();

        harness.await("it is rolled back", () -> head().equals(t("state.ROLLED_BACK")));
    }

    @Test
    void aFailedTaskShowsItsTriesAndCanBeSkipped() {
        NsInstanceId id = harness.running("fail-shop");
        open(id);

        select(failed(id));
        TaskDrawer drawer = _get(TaskDrawer.class);
        assertThat(drawer.getElement().getTextRecursively())
                .contains("VIM_REJECTED", t("task.attempts"), "no valid host");
        _click(_get(Button.class, spec -> spec.withText(t("action.skip"))));
        _click(_get(ConfirmAction.class).confirm());
        harness.finish();

        harness.await("the operation goes on", () -> head().equals(t("state.COMPLETED")));
    }

    @Test
    void aViewerSeesTheTaskButCannotDecide() {
        NsInstanceId id = harness.running("fail-shop");
        try (Harness viewer = Harness.as("viewer")) {
            assertThat(viewer.world).isNotSameAs(harness.world);
            NsInstanceId other = viewer.running("fail-clinic");
            viewer.open(
                    "operations/"
                            + new FakeOperations(viewer.world)
                                    .ofInstance(Harness.ADMIN, other)
                                    .get(0)
                                    .operation()
                                    .id());

            assertThat(buttons()).isEmpty();
        }
        assertThat(id).isNotNull();
    }

    private void open(NsInstanceId id) {
        harness.open(
                "operations/" + operations.ofInstance(Harness.ADMIN, id).get(0).operation().id());
    }

    private TaskView failed(NsInstanceId id) {
        return operations
                .tasks(
                        Harness.ADMIN,
                        operations.ofInstance(Harness.ADMIN, id).get(0).operation().id())
                .stream()
                .filter(view -> view.task().state() == TaskState.FAILED)
                .findFirst()
                .orElseThrow();
    }

    private static void select(TaskView view) {
        Timeline timeline = _get(Timeline.class);
        ComponentUtil.fireEvent(
                timeline, new Timeline.Selected(timeline, true, view.task().id().value()));
    }

    private static String head() {
        return _find(StateTag.class).get(0).getElement().getProperty("label");
    }

    private static java.util.List<String> buttons() {
        return _find(Button.class).stream()
                .filter(Button::isVisible)
                .map(Button::getText)
                .filter(
                        text ->
                                text.equals(t("action.retry"))
                                        || text.equals(t("action.rollback"))
                                        || text.equals(t("action.fail")))
                .toList();
    }
}
