/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.model.LaneId;
import io.telamon.model.PackageId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.resource.Resource;
import io.telamon.nfvo.internal.Rig;
import io.telamon.northbound.api.NsChange;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of a running service that keep its size: repair, power, shape, place. */
class ReshapeTest {
    private static final Set<String> ALL =
            Set.of(
                    VimAbility.IMAGE_UPLOAD,
                    VimAbility.SERVER_POWER,
                    VimAbility.SERVER_REBUILD,
                    VimAbility.SERVER_RESIZE);

    private final Rig rig = new Rig();
    private final LaneId one = rig.account("one");
    private final PackageId shop = rig.shop();
    private final NsInstance service = rig.running(shop, "a");

    private Operation accept(NsChange change) {
        return rig.accept(service.id(), change);
    }

    private NsInstance now() {
        return rig.instance(service.id());
    }

    @Test
    void aVduIsReshapedInPlaceWhereTheCloudCan() {
        rig.abilities(one, ALL);

        Operation operation = accept(new NsChange.Resize("1", "srv", 4, 0, 0));

        assertThat(operation.kind()).isEqualTo(OperationKind.UPDATE);
        assertThat(rig.plan(operation))
                .containsExactly("CREATE flavor/telamon-4c-1024m-5g", "UPDATE vnf/1/vdu/srv/0");
        rig.robot.run(operation.id());
        assertThat(now().state()).isEqualTo(NsState.INSTANTIATED);
        assertThat(rig.reserved(one).vcpus()).isEqualTo(6);
        assertThat(rig.plan(accept(new NsChange.Heal("", "", "look")))).isEmpty();
    }

    @Test
    void aParameterThatIsSetChangesWhatItMeans() {
        rig.abilities(one, ALL);

        Operation operation = accept(new NsChange.Adjust(Map.of("vnf/1/vdu/srv/vcpus", "4")));

        assertThat(rig.plan(operation))
                .containsExactly("CREATE flavor/telamon-4c-1024m-5g", "UPDATE vnf/1/vdu/srv/0");
        rig.robot.run(operation.id());
        assertThat(now().topology().parameters()).containsEntry("vnf/1/vdu/srv/vcpus", "4");
        assertThatThrownBy(() -> accept(new NsChange.Adjust(Map.of())))
                .hasMessageContaining("at least one parameter");
    }

    @Test
    void theOldShapeGoesAfterTheLastServerLeftIt() {
        rig.abilities(one, ALL);
        rig.robot.run(accept(new NsChange.Resize("1", "srv", 4, 2_048, 0)).id());

        Operation operation = accept(new NsChange.Resize("2", "srv", 4, 2_048, 0));

        assertThat(rig.plan(operation))
                .containsExactly("UPDATE vnf/2/vdu/srv/0", "DELETE flavor/telamon-2c-1024m-5g");
    }

    @Test
    void aVduIsReshapedByReplacementWhereTheCloudCannot() {
        assertThat(rig.plan(accept(new NsChange.Resize("1", "srv", 4, 0, 0))))
                .contains("DELETE vnf/1/vdu/srv/0", "CREATE vnf/1/vdu/srv/0")
                .doesNotContain("UPDATE vnf/1/vdu/srv/0");
    }

    @Test
    void aShapeOfNothingOrOfNobodyIsRefused() {
        assertThatThrownBy(() -> accept(new NsChange.Resize("1", "srv", 0, 0, 0)))
                .hasMessageContaining("needs a number of vCPUs");
        assertThatThrownBy(() -> accept(new NsChange.Resize("1", "gpu", 4, 0, 0)))
                .hasMessageContaining("has no VDU gpu, only [srv]");
        assertThatThrownBy(() -> accept(new NsChange.Resize("1", "srv", -4, 0, 0)))
                .hasMessageContaining("vnf/1/vdu/srv/vcpus must be a number from 1 on, not -4");
        assertThat(now().stamps().currentOperation()).isNull();
    }

    @Test
    void aResizeThatMayHaveArrivedIsTakenBackInTheCloud() {
        rig.abilities(one, ALL);
        Operation operation = accept(new NsChange.Resize("1", "srv", 4, 0, 0));
        rig.robot.failAt("vnf/1/vdu/srv/0");
        rig.robot.run(operation.id());
        rig.robot.mend();

        rig.rollback.begin(operation.id());

        assertThat(rig.plan(operation))
                .containsExactlyInAnyOrder(
                        "UPDATE vnf/1/vdu/srv/0", "DELETE flavor/telamon-4c-1024m-5g");
        rig.robot.run(operation.id());
        assertThat(now().topology().parameters()).isEmpty();
    }

    @Test
    void machinesAreStoppedAndStarted() {
        rig.abilities(one, ALL);

        Operation all = accept(new NsChange.Operate("", "", false));
        assertThat(rig.plan(all))
                .containsExactlyInAnyOrder("ACT vnf/1/vdu/srv/0", "ACT vnf/2/vdu/srv/0");
        rig.robot.run(all.id());

        Operation single = accept(new NsChange.Operate("1", "vnf/1/vdu/srv/0", true));
        assertThat(rig.plan(single)).containsExactly("ACT vnf/1/vdu/srv/0");
    }

    @Test
    void powerIsRefusedWhereTheCloudHasNoSwitchAndForWhatIsNoMachine() {
        assertThatThrownBy(() -> accept(new NsChange.Operate("1", "", false)))
                .hasMessageContaining("Account one does not offer server-power");
        rig.abilities(one, ALL);
        assertThatThrownBy(() -> accept(new NsChange.Operate("1", "vld/data", false)))
                .hasMessageContaining("vld/data is none of the machines [vnf/1/vdu/srv/0]");
        assertThatThrownBy(() -> accept(new NsChange.Operate("7", "", false)))
                .hasMessageContaining("no member 7");
    }

    @Test
    void aWholeMemberIsMadeAnewOrRebuilt() {
        rig.abilities(one, ALL);

        NsChange anew = new NsChange.Heal("1", "", "odd", NsChange.HealWay.RECREATE);
        Operation recreated = accept(anew);
        assertThat(rig.plan(recreated))
                .containsExactly("DELETE vnf/1/vdu/srv/0", "CREATE vnf/1/vdu/srv/0");
        rig.robot.run(recreated.id());

        NsChange inPlace = new NsChange.Heal("2", "", "odd", NsChange.HealWay.REBUILD);
        assertThat(rig.plan(accept(inPlace))).containsExactly("ACT vnf/2/vdu/srv/0");
    }

    @Test
    void aPartThatTheServiceDoesNotHaveIsNotRepaired() {
        assertThatThrownBy(() -> accept(new NsChange.Heal("", "vnf/1/vdu/srv/9", "typo")))
                .hasMessageContaining("The service has no part vnf/1/vdu/srv/9");
    }

    @Test
    void aServiceMovesToAnotherCloud() {
        LaneId two = rig.account("two");

        Operation operation = accept(new NsChange.Migrate("", "two"));
        rig.robot.run(operation.id());

        assertThat(rig.things(service.id()))
                .hasSize(5)
                .extracting(thing -> thing.owner().lane())
                .containsOnly(two);
        assertThat(rig.onLane(one)).isEmpty();
        assertThat(now().topology().vnf("1").orElseThrow().placement())
                .isEqualTo("moved from one by request");
    }

    @Test
    void nothingIsRemovedBeforeAllOfItIsThere() {
        rig.account("two");
        int before = rig.onLane(one).size();
        Operation operation = accept(new NsChange.Migrate("", "two"));
        rig.robot.failAt("vnf/2/vdu/srv/0");

        rig.robot.run(operation.id());

        assertThat(rig.onLane(one)).hasSize(before);
    }

    @Test
    void aServiceLeavesACloudThatIsSilent() {
        LaneId two = rig.account("two");
        rig.silence(one);

        Operation operation = accept(new NsChange.Migrate("", two.id()));

        assertThat(rig.plan(operation)).contains("CREATE vld/data", "DELETE vld/data");
    }

    @Test
    void aMoveThatFailsLeavesTheServiceWhereItIs() {
        rig.account("two");
        List<Resource> before = rig.things(service.id());
        Operation operation = accept(new NsChange.Migrate("", "two"));
        rig.robot.failAt("vnf/2/vdu/srv/0");
        rig.robot.run(operation.id());
        rig.robot.mend();

        rig.rollback.begin(operation.id());
        assertThat(rig.plan(operation))
                .filteredOn(step -> !step.contains("flavor/"))
                .isNotEmpty()
                .allMatch(step -> step.startsWith("DELETE "));
        rig.robot.run(operation.id());

        assertThat(rig.things(service.id())).containsExactlyInAnyOrderElementsOf(before);

        assertThat(rig.things(service.id()))
                .hasSize(5)
                .extracting(thing -> thing.owner().lane())
                .containsOnly(one);
        assertThat(now().state()).isEqualTo(NsState.INSTANTIATED);
    }

    @Test
    void aMoveToNowhereOrToWhereItIsIsRefused() {
        assertThatThrownBy(() -> accept(new NsChange.Migrate("", "mars")))
                .hasMessageContaining("There is no VIM account mars");
        assertThatThrownBy(() -> accept(new NsChange.Migrate("1", "one")))
                .hasMessageContaining("Everything that shall move is on one");
        LaneId two = rig.account("two");
        rig.silence(two);
        assertThatThrownBy(() -> accept(new NsChange.Migrate("", "two")))
                .hasMessageContaining("Account two cannot be used now");
    }

    @Test
    void aMemberDoesNotLeaveTheNetworkItSharesWithOthers() {
        rig.account("two");

        assertThatThrownBy(() -> accept(new NsChange.Migrate("1", "two")))
                .hasMessageContaining("data");
        assertThat(rig.things(service.id())).extracting(Resource::key).hasSize(5);
    }

    @Test
    void sizesGivenAtTheStartHoldForPlacesAndFlavors() {
        NsInstance other = rig.service(shop, "b");
        NsChange.Instantiate large =
                new NsChange.Instantiate(
                        Map.of(), Map.of("vnf/1/vdu/srv/memory-mb", "4096"), "report");

        assertThat(rig.plan(rig.accept(other.id(), large)))
                .contains("CREATE flavor/telamon-2c-4096m-5g");
    }
}
