/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskState;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.nfvo.internal.Rig;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services and operations as doors see them, each tenant its own. */
class DoorsTest {
    private final Rig rig = new Rig();
    private final Services services = new Services(rig.store, rig.catalog, rig.changes);
    private final Occurrences occurrences = new Occurrences(rig.store, rig.changes, rig.rollback);
    private final Caller eve = new Caller("eve", TenantId.create(), Set.of(Role.PROJECT_ADMIN));
    private final Caller root = new Caller("root", TenantId.create(), Set.of(Role.SYSTEM_ADMIN));
    private final Caller guest = new Caller("guest", rig.tenant, Set.of(Role.VIEWER));
    private PackageId shop;

    @BeforeEach
    void prepare() {
        rig.account("one");
        shop = rig.shop();
    }

    private static void isRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private NsInstanceId create(String name) {
        return services.create(rig.ada, name, "", shop).instance().id();
    }

    @Test
    void aServiceIsFoundByIdAndByName() {
        NsInstanceId id = create("a");

        assertThat(services.find(rig.ada, "a").instance().id()).isEqualTo(id);
        assertThat(services.find(rig.ada, id.value()).instance().name()).isEqualTo("a");
        isRefused(ErrorCode.NOT_FOUND, () -> services.find(rig.ada, "b"));
    }

    @Test
    void aNameIsTakenOnce() {
        create("a");

        isRefused(ErrorCode.ALREADY_EXISTS, () -> create("a"));
        isRefused(
                ErrorCode.ALREADY_EXISTS,
                () -> services.previewNew(rig.ada, "a", shop, Rig.instantiate()));
        isRefused(ErrorCode.INVALID_ARGUMENT, () -> create(" "));
    }

    @Test
    void aPreviewOfANewServiceLeavesNothing() {
        assertThat(services.previewNew(rig.ada, "a", shop, Rig.instantiate()).steps()).hasSize(6);

        assertThat(services.list(rig.ada, Page.Request.first()).items()).isEmpty();
    }

    @Test
    void aTaskSaysWhatHoldsItsAccountUp() {
        OperationId operation = rig.accept(rig.service(shop, "held").id(), Rig.instantiate()).id();
        rig.robot.holdUp("no plug-in of type simulator");

        assertThat(occurrences.tasks(rig.ada, operation))
                .filteredOn(view -> view.task().state() == TaskState.READY)
                .isNotEmpty()
                .allSatisfy(
                        view ->
                                assertThat(view.task().status().waitingFor())
                                        .isEqualTo("no plug-in of type simulator"));
        assertThat(occurrences.tasks(rig.ada, operation))
                .filteredOn(view -> view.task().state() == TaskState.BLOCKED)
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.task().status().waitingFor()).isEmpty());
    }

    @Test
    void aTaskThatWaitsForAnotherOperationSaysSo() {
        OperationId first = rig.accept(rig.service(shop, "first").id(), Rig.instantiate()).id();
        OperationId second = rig.accept(rig.service(shop, "second").id(), Rig.instantiate()).id();
        rig.robot.holdUp("no plug-in of type simulator");

        assertThat(occurrences.tasks(rig.ada, second))
                .filteredOn(view -> view.task().key().startsWith("flavor/"))
                .isNotEmpty()
                .allSatisfy(
                        view ->
                                assertThat(view.task().status().waitingFor())
                                        .isEqualTo(
                                                view.task().key()
                                                        + " of operation "
                                                        + first
                                                        + ", which waits: no plug-in of type simulator"));
    }

    @Test
    void anotherTenantsServiceIsNotThere() {
        NsInstanceId id = create("a");
        OperationId operation = services.change(rig.ada, id, Rig.instantiate()).operation().id();
        TaskId task = occurrences.tasks(rig.ada, operation).get(0).task().id();

        isRefused(ErrorCode.NOT_FOUND, () -> services.get(eve, id));
        isRefused(ErrorCode.NOT_FOUND, () -> services.find(eve, "a"));
        isRefused(ErrorCode.NOT_FOUND, () -> services.resources(eve, id));
        isRefused(ErrorCode.NOT_FOUND, () -> services.delete(eve, id));
        isRefused(ErrorCode.NOT_FOUND, () -> services.preview(eve, id, new NsChange.Terminate()));
        isRefused(ErrorCode.NOT_FOUND, () -> services.change(eve, id, new NsChange.Terminate()));
        isRefused(ErrorCode.NOT_FOUND, () -> services.create(eve, "x", "", shop));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.get(eve, operation));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.tasks(eve, operation));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.ofInstance(eve, id));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.retry(eve, operation));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.rollback(eve, operation));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.fail(eve, operation));
        isRefused(ErrorCode.NOT_FOUND, () -> occurrences.skip(eve, operation, task));
        assertThat(services.list(eve, Page.Request.first()).items()).isEmpty();
        assertThat(occurrences.list(eve, Page.Request.first()).items()).isEmpty();
    }

    @Test
    void anOperatorSeesAllTenants() {
        create("a");

        assertThat(services.list(root, Page.Request.first()).items())
                .extracting(view -> view.instance().name())
                .containsExactly("a");
    }

    @Test
    void whoMayOnlyReadMayNotOperate() {
        NsInstanceId id = create("a");

        assertThat(services.preview(guest, id, Rig.instantiate()).refusals()).isEmpty();
        isRefused(ErrorCode.FORBIDDEN, () -> services.change(guest, id, Rig.instantiate()));
        isRefused(ErrorCode.FORBIDDEN, () -> services.create(guest, "x", "", shop));
        isRefused(ErrorCode.FORBIDDEN, () -> services.delete(guest, id));
    }

    @Test
    void aChangeShowsItsProgress() {
        NsInstanceId id = create("a");
        OperationView started = services.change(rig.ada, id, Rig.instantiate());
        NsView during = services.get(rig.ada, id);
        rig.robot.run(started.operation().id());
        OperationView ended = occurrences.get(rig.ada, started.operation().id());

        assertThat(started).returns(6, OperationView::total).returns(0, OperationView::settled);
        assertThat(during.currentOperation().operation().id()).isEqualTo(started.operation().id());
        assertThat(ended)
                .returns(6, OperationView::settled)
                .returns("a", OperationView::instanceName)
                .returns(OperationState.COMPLETED, view -> view.operation().state());
        assertThat(services.resources(rig.ada, id)).hasSize(5);
    }

    @Test
    void onlyAServiceThatIsDownCanBeDeleted() {
        NsInstanceId id = create("a");
        rig.robot.run(services.change(rig.ada, id, Rig.instantiate()).operation().id());
        isRefused(ErrorCode.WRONG_STATE, () -> services.delete(rig.ada, id));

        rig.robot.run(services.change(rig.ada, id, new NsChange.Terminate()).operation().id());
        assertThat(services.get(rig.ada, id).instance().state())
                .isEqualTo(NsState.NOT_INSTANTIATED);
        services.delete(rig.ada, id);

        isRefused(ErrorCode.NOT_FOUND, () -> services.get(rig.ada, id));
    }

    @Test
    void listsComeInParts() {
        for (int i = 0; i < 5; i++) {
            create("s" + i);
        }

        Page<NsView> first = services.list(rig.ada, new Page.Request("", 3));
        Page<NsView> second = services.list(rig.ada, new Page.Request(first.next(), 3));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void decisionsArePassedToTheRunner() {
        NsInstanceId id = create("a");
        OperationId operation = services.change(rig.ada, id, Rig.instantiate()).operation().id();
        TaskId task = occurrences.tasks(rig.ada, operation).get(0).task().id();

        occurrences.retry(rig.ada, operation);
        occurrences.fail(rig.ada, operation);
        occurrences.skip(rig.ada, operation, task);

        assertThat(rig.robot.decisions())
                .containsExactly("retry " + operation, "fail " + operation, "skip " + task);
        isRefused(
                ErrorCode.NOT_FOUND,
                () -> occurrences.skip(rig.ada, operation, new TaskId("none")));
    }
}
