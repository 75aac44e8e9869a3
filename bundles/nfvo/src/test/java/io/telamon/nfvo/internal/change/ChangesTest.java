/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduPlacement;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.security.Tenant;
import io.telamon.nfvo.internal.Descriptors;
import io.telamon.nfvo.internal.LateStore;
import io.telamon.nfvo.internal.Rig;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.testkit.JournalProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** How changes of a service are accepted, refused and tried without effect. */
class ChangesTest {
    private final Rig rig = new Rig();
    private final LaneId lane = rig.account("one");
    private final PackageId shop = rig.shop();

    private AbstractThrowableAssert<?, ?> refused(NsInstance instance, NsChange change) {
        return assertThatThrownBy(() -> rig.accept(instance.id(), change))
                .isInstanceOf(TelamonException.class);
    }

    private static ErrorCode code(Throwable thrown) {
        return ((TelamonException) thrown).code();
    }

    @Test
    void instantiatingPlansNetworksBeforeServers() {
        Operation operation = rig.accept(rig.service(shop, "a").id(), Rig.instantiate());

        assertThat(rig.plan(operation))
                .containsExactlyInAnyOrder(
                        "CREATE vld/data",
                        "CREATE vnf/1/vl/inner",
                        "CREATE vnf/2/vl/inner",
                        "CREATE flavor/telamon-2c-1024m-5g",
                        "CREATE vnf/1/vdu/srv/0",
                        "CREATE vnf/2/vdu/srv/0");
        assertThat(rig.robot.woken()).containsExactly(operation.id());
    }

    @Test
    void aSharedThingThatGoesWhileItIsReadIsMadeAnew() {
        rig.running(shop, "a");
        Resource flavor =
                rig.onLane(lane).stream()
                        .filter(thing -> thing.key().startsWith("flavor/"))
                        .findFirst()
                        .orElseThrow();
        rig.store.write(
                work -> {
                    work.resources().save(List.of(flavor.withState(ResourceState.DELETED)));
                    return null;
                });
        LateStore late = new LateStore(rig.store, flavor.withState(ResourceState.DELETING));

        Operation operation =
                rig.changesOn(late).accept(rig.service(shop, "b").id(), Rig.instantiate(), "ada");

        assertThat(rig.plan(operation)).contains("CREATE " + flavor.key());
        List<Task> tasks = rig.store.read(work -> work.tasks().ofOperation(operation.id()));
        assertThat(tasks).extracting(Task::resource).doesNotContain(flavor.id());
    }

    @Test
    void anAcceptedChangeIsWholeOnDisk() {
        JournalProbe journal = new JournalProbe(rig.store);
        NsInstance instance = rig.service(shop, "a");

        Operation operation = rig.accept(instance.id(), Rig.instantiate());

        assertThat(rig.instance(instance.id()))
                .returns(NsState.INSTANTIATING, NsInstance::state)
                .returns(operation.id(), found -> found.stamps().currentOperation());
        assertThat(rig.instance(instance.id()).topology().vnfs())
                .extracting(VnfInstance::vim)
                .extracting(LaneId::of)
                .containsOnly(lane);
        assertThat(rig.reserved(lane)).isEqualTo(new Quota(2, 4, 2048, 3));
        assertThat(rig.claims(instance.id())).hasSize(1);
        assertThat(journal.types("operation", operation.id().value()))
                .containsExactly("OperationAccepted");
    }

    @Test
    void aSecondChangeIsBusyAndNamesTheFirst() {
        NsInstance instance = rig.service(shop, "a");
        Operation first = rig.accept(instance.id(), Rig.instantiate());

        refused(instance, new NsChange.Terminate())
                .hasMessageContaining(first.id().value())
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.BUSY));
    }

    @Test
    void aChangeThatDoesNotFitTheStateIsRefused() {
        NsInstance instance = rig.service(shop, "a");

        refused(instance, new NsChange.Scale("1", "grow", 1))
                .hasMessageContaining("NOT_INSTANTIATED")
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.WRONG_STATE));
        refused(rig.running(shop, "b"), Rig.instantiate())
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void scalingOutMakesOneMoreAndLeavesTheOthers() {
        NsInstance instance = rig.running(shop, "a");

        Operation operation = rig.accept(instance.id(), new NsChange.Scale("1", "grow", 1));

        assertThat(rig.plan(operation)).containsExactly("CREATE vnf/1/vdu/srv/1");
        rig.robot.run(operation.id());
        assertThat(rig.instance(instance.id()).topology().vnf("1").orElseThrow())
                .returns(Map.of("srv", 2), VnfInstance::counts)
                .returns(Map.of("grow", 1), VnfInstance::levels);
    }

    @Test
    void scalingInRemovesTheYoungest() {
        NsInstance instance = rig.running(shop, "a");
        rig.robot.run(rig.accept(instance.id(), new NsChange.Scale("1", "grow", 2)).id());

        Operation operation = rig.accept(instance.id(), new NsChange.Scale("1", "grow", -1));

        assertThat(rig.plan(operation)).containsExactly("DELETE vnf/1/vdu/srv/2");
    }

    @Test
    void scalingBeyondTheLimitIsRefusedWithNumbers() {
        NsInstance instance = rig.running(shop, "a");

        refused(instance, new NsChange.Scale("1", "grow", 3))
                .hasMessageContaining("level 0 of 0 to 2");
        refused(instance, new NsChange.Scale("1", "shrink", 1)).hasMessageContaining("[grow]");
        refused(instance, new NsChange.Scale("9", "grow", 1)).hasMessageContaining("[1, 2]");
    }

    @Test
    void healingMakesWhatIsMissingAgain() {
        NsInstance instance = rig.running(shop, "a");
        lose(instance, "vnf/1/vdu/srv/0");

        Operation operation = rig.accept(instance.id(), new NsChange.Heal("", "", "gone"));

        assertThat(rig.plan(operation))
                .containsExactly("DELETE vnf/1/vdu/srv/0", "CREATE vnf/1/vdu/srv/0");
    }

    @Test
    void healingAWellServerByNameReplacesIt() {
        NsInstance instance = rig.running(shop, "a");

        Operation operation =
                rig.accept(instance.id(), new NsChange.Heal("1", "vnf/1/vdu/srv/0", "slow"));

        assertThat(rig.plan(operation))
                .containsExactly("DELETE vnf/1/vdu/srv/0", "CREATE vnf/1/vdu/srv/0");
    }

    @Test
    void healingAWellServiceHasNothingToDo() {
        NsInstance instance = rig.running(shop, "a");

        Operation operation = rig.accept(instance.id(), new NsChange.Heal("", "", "for luck"));

        assertThat(rig.plan(operation)).isEmpty();
    }

    @Test
    void terminatingLeavesNothing() {
        NsInstance instance = rig.running(shop, "a");

        rig.robot.run(rig.accept(instance.id(), new NsChange.Terminate()).id());

        assertThat(rig.onLane(lane)).isEmpty();
        assertThat(rig.claims(instance.id())).isEmpty();
        assertThat(rig.instance(instance.id()).state()).isEqualTo(NsState.NOT_INSTANTIATED);
    }

    @Test
    void aSharedFlavorGoesWithTheLastOfTwoServices() {
        NsInstance one = rig.running(shop, "a");
        NsInstance two = rig.running(shop, "b");
        assertThat(rig.onLane(lane)).filteredOn(t -> t.key().startsWith("flavor/")).hasSize(1);

        rig.robot.run(rig.accept(one.id(), new NsChange.Terminate()).id());
        assertThat(rig.onLane(lane)).filteredOn(t -> t.key().startsWith("flavor/")).hasSize(1);
        rig.robot.run(rig.accept(two.id(), new NsChange.Terminate()).id());

        assertThat(rig.onLane(lane)).isEmpty();
    }

    @Test
    void terminatingDoesNotAskTheCloud() {
        NsInstance instance = rig.running(shop, "a");
        rig.silence(lane);
        int before = rig.asked().size();

        Operation operation = rig.accept(instance.id(), new NsChange.Terminate());

        assertThat(rig.asked()).hasSize(before);
        assertThat(rig.plan(operation)).isNotEmpty();
    }

    @Test
    void changingAServiceOnASilentCloudIsRefusedAndReplacesNothing() {
        NsInstance instance = rig.running(shop, "a");
        rig.silence(lane);

        refused(instance, new NsChange.Scale("1", "grow", 1))
                .hasMessageContaining("Account one cannot be used now");
        assertThat(rig.instance(instance.id()).stamps().currentOperation()).isNull();
    }

    @Test
    void tooLittleRoomIsRefusedWithNumbers() {
        Rig small = new Rig();
        small.account("tiny", new Quota(1, 2, 1024, 10));
        NsInstance instance = small.service(small.shop(), "a");

        assertThatThrownBy(() -> small.accept(instance.id(), Rig.instantiate()))
                .hasMessageContaining("tiny refused: needs 2 servers, 1 of 1 free")
                .hasMessageContaining("needs 4 vCPUs, 2 of 2 free")
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.NO_PLACEMENT));
    }

    @Test
    void aWishForAFullAccountIsRefusedByItsQuota() {
        Rig small = new Rig();
        small.account("tiny", new Quota(1, 2, 1024, 10));
        NsInstance instance = small.service(small.shop(), "a");
        NsChange.Instantiate wish =
                new NsChange.Instantiate(Map.of("*", "tiny"), Map.of(), "report");

        assertThatThrownBy(() -> small.accept(instance.id(), wish))
                .hasMessageContaining("Account tiny: needs 2 servers, 1 of 1 free")
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.QUOTA));
    }

    @Test
    void whatIsReservedIsNotFreeForOthers() {
        Rig small = new Rig();
        small.account("small", new Quota(3, 100, 100_000, 100));
        PackageId nsd = small.shop();
        small.accept(small.service(nsd, "a").id(), Rig.instantiate());
        NsInstance second = small.service(nsd, "b");

        assertThatThrownBy(() -> small.accept(second.id(), Rig.instantiate()))
                .hasMessageContaining("needs 2 servers, 1 of 3 free");
    }

    @Test
    void theTenantsQuotaCountsOverAllAccounts() {
        rig.store.write(
                work ->
                        work.identities()
                                .save(
                                        new Tenant(
                                                rig.tenant,
                                                "shopkeepers",
                                                "",
                                                new Quota(3, -1, -1, -1),
                                                0)));
        rig.running(shop, "a");
        NsInstance second = rig.service(shop, "b");

        refused(second, Rig.instantiate())
                .hasMessageContaining("The tenant's quota: needs 2 servers, 1 free");
    }

    @Test
    void aPreviewShowsThePlanAndChangesNothing() {
        NsInstance instance = rig.service(shop, "a");
        JournalProbe journal = new JournalProbe(rig.store);

        PlanPreview preview = rig.changes.preview(instance, Rig.instantiate());

        assertThat(preview.steps()).hasSize(6);
        assertThat(preview.placements())
                .extracting(PlanPreview.PlacementView::account)
                .containsOnly("one");
        assertThat(preview.needs())
                .singleElement()
                .returns(new Quota(2, 4, 2048, 3), PlanPreview.Need::demand);
        assertThat(preview.refusals()).isEmpty();
        assertThat(rig.instance(instance.id())).isEqualTo(instance);
        assertThat(rig.onLane(lane)).isEmpty();
        assertThat(journal.events()).isEmpty();
    }

    @Test
    void aPreviewTellsRefusalsInsteadOfThrowing() {
        rig.silence(lane);

        PlanPreview preview = rig.changes.preview(rig.service(shop, "a"), Rig.instantiate());

        assertThat(preview.refusals()).isNotEmpty();
        assertThat(preview.refusals().get(0)).contains("does not answer");
    }

    @Test
    void aSilentCloudIsToldOnceWithItsOwnError() {
        NsInstance instance = rig.service(shop, "a");
        rig.silence(lane);

        refused(instance, new NsChange.Instantiate(Map.of("*", "one"), Map.of(), "report"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.VIM_TIMEOUT))
                .satisfies(
                        thrown ->
                                assertThat(thrown.getMessage())
                                        .containsOnlyOnce("Account one cannot be used now")
                                        .doesNotContain("Image"));
    }

    @Test
    void aZoneThatTheCloudLacksIsRefusedBeforeAnythingIsMade() {
        Vdu far =
                Vdu.builder("srv", ComputeSpec.of(1, 512, 1))
                        .image(VduImage.named("debian"))
                        .placement(new VduPlacement(List.of(), Optional.of("moon")))
                        .build();
        Rig fresh = new Rig();
        fresh.account("one");
        fresh.catalog.add(fresh.tenant, Descriptors.web());
        fresh.catalog.add(
                fresh.tenant,
                Descriptors.vnfd("db", InstanceRange.one(), 0).vdus(List.of(far)).build());
        PackageId nsd = fresh.catalog.add(fresh.tenant, Descriptors.shop());

        NsInstance service = fresh.service(nsd, "a");
        PlanPreview open = fresh.changes.preview(service, Rig.instantiate());
        PlanPreview wished =
                fresh.changes.preview(
                        service, new NsChange.Instantiate(Map.of("*", "one"), Map.of(), "report"));

        assertThat(open.refusals())
                .contains(
                        "Member 2: no VIM account fits; one refused: it has no zone moon, only"
                                + " [zone-1]");
        assertThat(wished.refusals())
                .containsExactly(
                        "Zone moon, wanted by VDU srv of member 2, is not on account one, only"
                                + " [zone-1]");
    }

    @Test
    void aFixedAddressStaysWithItsServerWhenOthersJoin() {
        NsInstance instance = rig.running(shop, "a");
        Resource before = server(instance, "vnf/1/vdu/srv/0");

        rig.robot.run(rig.accept(instance.id(), new NsChange.Scale("1", "grow", 1)).id());

        assertThat(server(instance, "vnf/1/vdu/srv/0")).isEqualTo(before);
    }

    @Test
    void aPackagedImageIsUploadedOnceAndStaysTheSameWhenTheCloudListsIt() {
        PackageId web =
                rig.store
                        .read(
                                work ->
                                        work.catalog()
                                                .findByDescriptor(
                                                        rig.tenant, PackageKind.VNF, "web"))
                        .get(0)
                        .id();
        rig.catalog.image(web, "debian", "abc");
        rig.inventory(lane, Quota.unlimited(), Map.of("debian", "img-1"), Map.of());
        NsInstance instance = rig.running(shop, "a");
        assertThat(((ServerSpec) server(instance, "vnf/1/vdu/srv/0").spec()).image().resource())
                .isEqualTo("image/abc");

        Operation operation = rig.accept(instance.id(), new NsChange.Heal("", "", "look"));

        assertThat(rig.plan(operation)).isEmpty();
    }

    @Test
    void aFailedOperationWaitsAndCanBeGivenUpOrTerminated() {
        NsInstance instance = rig.service(shop, "a");
        rig.robot.failAt("vnf/1/vdu/srv/0");
        Operation operation = rig.accept(instance.id(), Rig.instantiate());

        OperationState state = rig.robot.run(operation.id());

        assertThat(state).isEqualTo(OperationState.FAILED_TEMP);
        refused(instance, new NsChange.Terminate()).hasMessageContaining("op:rollback");
    }

    @Test
    void aMissingDescriptorIsNamed() {
        Rig other = new Rig();
        other.account("one");
        PackageId bare = other.catalog.add(other.tenant, Descriptors.shop());

        assertThatThrownBy(() -> other.accept(other.service(bare, "a").id(), Rig.instantiate()))
                .hasMessageContaining("needs the VNFD web");
    }

    @Test
    void placementWishesForSomeMembersLeaveTheOthersAllAccounts() {
        rig.account("two");
        NsInstance instance = rig.service(shop, "a");
        NsChange.Instantiate wish =
                new NsChange.Instantiate(Map.of("1", "two"), Map.of(), "report");

        rig.accept(instance.id(), wish);

        assertThat(rig.asked()).hasSize(2);
        assertThat(rig.instance(instance.id()).topology().vnfs())
                .extracting(VnfInstance::vim)
                .hasSize(2)
                .containsOnly(rig.instance(instance.id()).topology().vnfs().get(0).vim());
    }

    private Resource server(NsInstance instance, String key) {
        return rig.things(instance.id()).stream()
                .filter(thing -> thing.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void lose(NsInstance instance, String key) {
        Resource gone = server(instance, key).withState(ResourceState.MISSING);
        rig.store.write(
                work -> {
                    work.resources().save(List.of(gone));
                    return null;
                });
    }
}
