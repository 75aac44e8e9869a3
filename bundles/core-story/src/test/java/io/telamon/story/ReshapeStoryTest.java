/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.northbound.api.NsChange;
import io.telamon.vim.spi.Observation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A running service is switched, repaired, reshaped and moved: the cloud shows it. */
class ReshapeStoryTest {
    private final Core core = new Core();
    private final LaneId one = core.account("one", Map.of());
    private NsInstanceId id;

    @BeforeEach
    void start() {
        id = core.service("a", Shop.onboard(core));
        change(new NsChange.Instantiate(Map.of("*", "one"), Map.of(), "report"));
    }

    @AfterEach
    void end() {
        change(new NsChange.Terminate());
        assertThat(core.there("one")).isEmpty();
        assertThat(core.reserved(one)).isEqualTo(Quota.zero());
        core.close();
    }

    private void change(NsChange change) {
        core.change(id, change, OperationState.COMPLETED);
    }

    private List<Observation> servers(String account) {
        return core.there(account, ServerSpec.class);
    }

    private List<String> attributes(String name) {
        return servers("one").stream().map(server -> server.attributes().get(name)).toList();
    }

    private List<String> handles() {
        return servers("one").stream().map(Observation::handle).toList();
    }

    @Test
    void machinesStopAndStart() {
        change(new NsChange.Operate("1", "", false));
        assertThat(attributes("power")).containsExactlyInAnyOrder("off", "on");
        assertThat(core.recorded(one))
                .filteredOn(thing -> thing.key().equals("vnf/1/vdu/srv/0"))
                .allSatisfy(thing -> assertThat(thing.attributes()).containsEntry("power", "off"));

        change(new NsChange.Operate("", "", true));
        assertThat(attributes("power")).containsOnly("on");
    }

    @Test
    void aMachineTakesAnotherShapeAndStaysItself() {
        List<String> before = handles();

        change(new NsChange.Resize("1", "srv", 3, 2_048, 0));

        assertThat(handles()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(attributes("vcpus")).containsExactlyInAnyOrder("3", "1");
        assertThat(core.reserved(one).vcpus()).isEqualTo(4);
        assertThat(core.janitor.audit(one)).isEmpty();
    }

    @Test
    void aRebuiltMemberKeepsItsMachinesAndARecreatedOneDoesNot() {
        List<String> before = handles();

        change(new NsChange.Heal("1", "", "odd", NsChange.HealWay.REBUILD));
        assertThat(handles()).containsExactlyInAnyOrderElementsOf(before);
        change(new NsChange.Heal("", "", "odd", NsChange.HealWay.RECREATE));
        assertThat(handles()).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void aServiceMovesAndLeavesNothingBehind() {
        LaneId two = core.account("two", Map.of());

        change(new NsChange.Migrate("", "two"));

        assertThat(core.there("one")).isEmpty();
        assertThat(core.reserved(one)).isEqualTo(Quota.zero());
        assertThat(servers("two")).hasSize(2);
        change(new NsChange.Migrate("", "one"));
        assertThat(core.there("two")).isEmpty();
        assertThat(core.reserved(two)).isEqualTo(Quota.zero());
    }
}
