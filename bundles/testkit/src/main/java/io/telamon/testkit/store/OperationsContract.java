/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.store.api.Slice;
import io.telamon.testkit.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Operation occurrences. */
public interface OperationsContract extends StoreUnderTest {
    /** All of an operation is kept, the order of its parameters included. */
    @Test
    default void operationIsFoundAsAdded() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("zulu", "1");
        request.put("alpha", "2");
        Topology before =
                new Topology(
                        List.of(Samples.member("1", PackageId.create(), Samples.lane())),
                        Map.of(),
                        Topology.REPORT,
                        Map.of());
        Operation operation =
                new Operation(
                        OperationId.create(),
                        Samples.tenant(),
                        NsInstanceId.create(),
                        OperationKind.SCALE,
                        request,
                        "ada",
                        before,
                        new Operation.Progress(
                                OperationState.FAILED_TEMP,
                                Samples.NOW,
                                Samples.NOW.plusSeconds(2),
                                TaskId.create(),
                                new Problem(ErrorCode.VIM_QUOTA, "full", "req-1")),
                        0);

        Operation added = written(unit -> unit.operations().add(operation));

        Operation found = seen(unit -> unit.operations().find(operation.id())).orElseThrow();
        assertThat(found).isEqualTo(added);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.progress()).isEqualTo(operation.progress());
        assertThat(found.before()).isEqualTo(before);
        assertThat(found.request().keySet()).containsExactly("zulu", "alpha");
    }

    /** Saving raises the version; an old version is STALE. */
    @Test
    default void operationSaveChecksTheVersion() {
        Operation added =
                written(
                        unit ->
                                unit.operations()
                                        .add(
                                                Samples.operation(
                                                        Samples.instance(Samples.tenant(), "a"))));
        Operation done = added.with(OperationState.COMPLETED, null, Samples.NOW.plusSeconds(9));

        Operation saved = written(unit -> unit.operations().save(done));

        assertThat(saved.version()).isEqualTo(2);
        thatFound(unit -> unit.operations().find(added.id())).contains(saved);
        refused(ErrorCode.STALE, unit -> unit.operations().save(done));
    }

    /** Lists begin with the newest and can be followed page by page. */
    @Test
    default void operationsAreListedNewestFirst() {
        NsInstance instance = Samples.instance(Samples.tenant(), "a");
        List<OperationId> ids = new ArrayList<>();
        IntStream.range(0, 5)
                .mapToObj(index -> Samples.operation(instance))
                .forEach(
                        operation -> {
                            write(unit -> unit.operations().add(operation));
                            ids.add(0, operation.id());
                        });

        List<OperationId> first = page(instance, "");
        List<OperationId> second = page(instance, first.get(1).value());
        List<OperationId> third = page(instance, second.get(1).value());

        assertThat(first).isEqualTo(ids.subList(0, 2));
        assertThat(second).isEqualTo(ids.subList(2, 4));
        assertThat(third).isEqualTo(ids.subList(4, 5));
        assertThat(page(instance, third.get(0).value())).isEmpty();
        thatList(unit -> unit.operations().ofInstance(instance.id()))
                .extracting(Operation::id)
                .isEqualTo(ids);
        thatList(unit -> unit.operations().list(null, new Slice("", 1))).hasSize(1);
        refused(
                ErrorCode.INVALID_ARGUMENT,
                unit -> unit.operations().list(instance.tenant(), new Slice("nothing", 2)));
    }

    /** Unfinished operations are those that can still change. */
    @Test
    default void unfinishedOperationsAreFound() {
        NsInstance instance = Samples.instance(Samples.tenant(), "a");
        Map<OperationState, OperationId> ids = new LinkedHashMap<>();
        long completedBefore = count(OperationState.COMPLETED);
        for (OperationState state : OperationState.values()) {
            Operation operation = Samples.operation(instance).with(state, null, Samples.NOW);
            ids.put(state, operation.id());
            write(unit -> unit.operations().add(operation));
        }

        thatList(unit -> unit.operations().unfinished())
                .filteredOn(operation -> operation.tenant().equals(instance.tenant()))
                .extracting(Operation::id)
                .containsExactlyInAnyOrder(
                        ids.get(OperationState.PROCESSING),
                        ids.get(OperationState.FAILED_TEMP),
                        ids.get(OperationState.ROLLING_BACK));
        assertThat(count(OperationState.COMPLETED)).isEqualTo(completedBefore + 1);
    }

    private long count(OperationState state) {
        return Optional.ofNullable(seen(unit -> unit.operations().countByState()).get(state))
                .orElse(0L);
    }

    private List<OperationId> page(NsInstance instance, String after) {
        return seen(unit -> unit.operations().list(instance.tenant(), new Slice(after, 2))).stream()
                .map(Operation::id)
                .toList();
    }
}
