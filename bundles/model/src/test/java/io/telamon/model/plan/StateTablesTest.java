/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

import static io.telamon.model.plan.TaskState.BLOCKED;
import static io.telamon.model.plan.TaskState.BUILDING;
import static io.telamon.model.plan.TaskState.CANCELLED;
import static io.telamon.model.plan.TaskState.DONE;
import static io.telamon.model.plan.TaskState.FAILED;
import static io.telamon.model.plan.TaskState.READY;
import static io.telamon.model.plan.TaskState.RUNNING;
import static io.telamon.model.plan.TaskState.SKIPPED;
import static io.telamon.model.plan.TaskState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.instance.NsState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of states, written down a second time and compared pair by pair. */
class StateTablesTest {
    private static final Map<TaskState, Set<TaskState>> TASKS =
            Map.of(
                    BLOCKED, EnumSet.of(READY, SKIPPED, CANCELLED),
                    READY, EnumSet.of(RUNNING, READY, FAILED, SKIPPED, CANCELLED),
                    RUNNING, EnumSet.of(READY, BUILDING, DONE, FAILED, UNKNOWN),
                    BUILDING, EnumSet.of(BUILDING, READY, DONE, FAILED, CANCELLED),
                    UNKNOWN, EnumSet.of(READY, DONE, FAILED, SKIPPED, CANCELLED),
                    FAILED, EnumSet.of(READY, SKIPPED, CANCELLED),
                    DONE, EnumSet.noneOf(TaskState.class),
                    SKIPPED, EnumSet.noneOf(TaskState.class),
                    CANCELLED, EnumSet.noneOf(TaskState.class));
    private static final Map<OperationState, Set<OperationState>> OPERATIONS =
            Map.of(
                    OperationState.PROCESSING,
                            EnumSet.of(
                                    OperationState.COMPLETED,
                                    OperationState.FAILED_TEMP,
                                    OperationState.ROLLING_BACK),
                    OperationState.FAILED_TEMP,
                            EnumSet.of(
                                    OperationState.PROCESSING,
                                    OperationState.FAILED,
                                    OperationState.ROLLING_BACK),
                    OperationState.ROLLING_BACK,
                            EnumSet.of(OperationState.ROLLED_BACK, OperationState.FAILED_TEMP),
                    OperationState.COMPLETED, EnumSet.noneOf(OperationState.class),
                    OperationState.FAILED, EnumSet.noneOf(OperationState.class),
                    OperationState.ROLLED_BACK, EnumSet.noneOf(OperationState.class));

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void aTaskChangesAsItsTableSays(TaskState state) {
        for (TaskState next : TaskState.values()) {
            assertThat(state.canBecome(next))
                    .as(state + " to " + next)
                    .isEqualTo(TASKS.get(state).contains(next));
        }
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void aTaskIsSettledExactlyWhenItCanNoLongerChange(TaskState state) {
        assertThat(state.isSettled()).isEqualTo(TASKS.get(state).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(OperationState.class)
    void anOperationChangesAsItsTableSays(OperationState state) {
        for (OperationState next : OperationState.values()) {
            assertThat(state.canBecome(next))
                    .as(state + " to " + next)
                    .isEqualTo(OPERATIONS.get(state).contains(next));
        }
        assertThat(state.isFinal()).isEqualTo(OPERATIONS.get(state).isEmpty());
    }

    @Test
    void anInstanceFollowsItsOperation() {
        assertThat(NsState.during(OperationKind.INSTANTIATE)).isEqualTo(NsState.INSTANTIATING);
        assertThat(NsState.during(OperationKind.TERMINATE)).isEqualTo(NsState.TERMINATING);
        assertThat(NsState.during(OperationKind.SCALE)).isEqualTo(NsState.CHANGING);
        assertThat(NsState.after(OperationKind.TERMINATE, OperationState.COMPLETED))
                .isEqualTo(NsState.NOT_INSTANTIATED);
        assertThat(NsState.after(OperationKind.INSTANTIATE, OperationState.ROLLED_BACK))
                .isEqualTo(NsState.NOT_INSTANTIATED);
        assertThat(NsState.after(OperationKind.SCALE, OperationState.ROLLED_BACK))
                .isEqualTo(NsState.INSTANTIATED);
        assertThat(NsState.after(OperationKind.HEAL, OperationState.FAILED))
                .isEqualTo(NsState.FAILED);
        assertThat(NsState.after(OperationKind.HEAL, OperationState.ROLLING_BACK))
                .isEqualTo(NsState.CHANGING);
    }
}
