/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.LaneId;
import io.telamon.model.PackageId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.nfvo.internal.Rig;
import io.telamon.northbound.api.NsChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a failed operation is taken back. */
class RollbackTest {
    private final Rig rig = new Rig();
    private final LaneId lane = rig.account("one");
    private final PackageId shop = rig.shop();

    private Operation failed(NsInstance instance, NsChange change, String key) {
        rig.robot.failAt(key);
        Operation operation = rig.accept(instance.id(), change);
        assertThat(rig.robot.run(operation.id())).isEqualTo(OperationState.FAILED_TEMP);
        rig.robot.mend();
        return operation;
    }

    @Test
    void aFailedInstantiationLeavesNothing() {
        NsInstance instance = rig.service(shop, "a");
        Operation operation = failed(instance, Rig.instantiate(), "vnf/1/vdu/srv/0");

        rig.rollback.begin(operation.id());
        assertThat(rig.robot.run(operation.id())).isEqualTo(OperationState.ROLLED_BACK);

        assertThat(rig.onLane(lane)).isEmpty();
        assertThat(rig.claims(instance.id())).isEmpty();
        assertThat(rig.instance(instance.id()))
                .returns(NsState.NOT_INSTANTIATED, NsInstance::state);
    }

    @Test
    void aFailedScaleReturnsToTheSizeBefore() {
        NsInstance instance = rig.running(shop, "a");
        Operation operation =
                failed(instance, new NsChange.Scale("1", "grow", 2), "vnf/1/vdu/srv/2");

        rig.rollback.begin(operation.id());
        assertThat(rig.plan(operation))
                .contains("DELETE vnf/1/vdu/srv/1")
                .doesNotContain("DELETE vnf/1/vdu/srv/0");
        rig.robot.run(operation.id());

        assertThat(rig.things(instance.id())).hasSize(5);
        assertThat(rig.instance(instance.id()).topology().vnf("1").orElseThrow())
                .returns(Map.of("srv", 1), VnfInstance::counts);
        assertThat(rig.instance(instance.id()).state()).isEqualTo(NsState.INSTANTIATED);
    }

    @Test
    void whatWasNeverSentIsCancelledWithoutACall() {
        NsInstance instance = rig.service(shop, "a");
        Operation operation = failed(instance, Rig.instantiate(), "vld/data");

        rig.rollback.begin(operation.id());

        assertThat(rig.plan(operation))
                .doesNotContain("DELETE vnf/1/vdu/srv/0", "DELETE vnf/2/vdu/srv/0");
        List<Task> tasks = rig.store.read(work -> work.tasks().ofOperation(operation.id()));
        assertThat(tasks)
                .filteredOn(task -> task.key().equals("vnf/1/vdu/srv/0"))
                .extracting(Task::state)
                .containsOnly(TaskState.CANCELLED);
    }

    @Test
    void aSilentCloudRefusesTheRollbackOfAScaleAndReplacesNothing() {
        NsInstance instance = rig.running(shop, "a");
        Operation operation =
                failed(instance, new NsChange.Scale("1", "grow", 1), "vnf/1/vdu/srv/1");
        rig.silence(lane);

        assertThatThrownBy(() -> rig.rollback.begin(operation.id()))
                .hasMessageContaining("Account one cannot be used now");
        assertThat(rig.plan(operation)).containsExactly("CREATE vnf/1/vdu/srv/1");
    }

    @Test
    void onlyWhatWaitsForADecisionCanBeTakenBack() {
        NsInstance instance = rig.service(shop, "a");
        Operation operation = rig.accept(instance.id(), Rig.instantiate());

        assertThatThrownBy(() -> rig.rollback.begin(operation.id()))
                .hasMessageContaining("only one in FAILED_TEMP");
    }

    @Test
    void aTerminationCannotBeTakenBack() {
        NsInstance instance = rig.running(shop, "a");
        Operation operation = failed(instance, new NsChange.Terminate(), "vld/data");

        assertThatThrownBy(() -> rig.rollback.begin(operation.id()))
                .hasMessageContaining("cannot be rolled back");
    }
}
