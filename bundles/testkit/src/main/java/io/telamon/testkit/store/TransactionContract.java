/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.Operation;
import io.telamon.store.api.Slice;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.Samples;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All or nothing, isolation, versions and commit listeners. */
public interface TransactionContract extends StoreUnderTest {
    /** Nothing of a failed unit of work is kept, and its exception arrives as it was thrown. */
    @Test
    default void failedWorkLeavesNothing() {
        TenantId tenant = Samples.tenant();
        IllegalStateException fault = new IllegalStateException("stop");

        assertThatThrownBy(
                        () ->
                                write(
                                        unit -> {
                                            unit.instances().add(Samples.instance(tenant, "a"));
                                            throw fault;
                                        }))
                .isSameAs(fault);

        thatList(unit -> unit.instances().list(tenant, Slice.first())).isEmpty();
    }

    /** A unit of work sees what it wrote itself. */
    @Test
    default void workSeesItsOwnChanges() {
        TenantId tenant = Samples.tenant();

        List<NsInstance> inside =
                written(
                        unit -> {
                            unit.instances().add(Samples.instance(tenant, "a"));
                            return unit.instances().list(tenant, Slice.first());
                        });

        assertThat(inside).hasSize(1);
    }

    /** A reading transaction keeps nothing. */
    @Test
    default void readDiscardsChanges() {
        TenantId tenant = Samples.tenant();

        seen(unit -> unit.instances().add(Samples.instance(tenant, "a")));

        thatList(unit -> unit.instances().list(tenant, Slice.first())).isEmpty();
    }

    /** A reader neither sees nor waits for an open change. */
    @Test
    default void readerDoesNotSeeOpenWrite() throws Exception {
        TenantId tenant = Samples.tenant();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> writer =
                    other.submit(
                            () ->
                                    written(
                                            unit -> {
                                                unit.instances().add(Samples.instance(tenant, "a"));
                                                written.countDown();
                                                return await(finish);
                                            }));
            written.await();

            thatList(unit -> unit.instances().list(tenant, Slice.first())).isEmpty();

            finish.countDown();
            assertThat(writer.get()).isTrue();
            thatList(unit -> unit.instances().list(tenant, Slice.first())).hasSize(1);
        } finally {
            other.shutdownNow();
        }
    }

    /** Who sees one row of a commit finds the others of it. */
    @Test
    default void aCommitIsSeenWhole() throws Exception {
        LaneId lane = Samples.lane();
        AtomicReference<Operation> next = new AtomicReference<>();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> writer =
                    other.submit(
                            () ->
                                    IntStream.range(0, 300)
                                            .forEach(number -> accept(lane, number, next)));

            while (!writer.isDone()) {
                Operation sought = next.get();
                assertThat(sought == null || seen(unit -> isWhole(unit, sought))).isTrue();
            }
            writer.get();
        } finally {
            other.shutdownNow();
        }
    }

    private void accept(LaneId lane, int number, AtomicReference<Operation> told) {
        NsInstance instance = Samples.instance(Samples.tenant(), "n" + number);
        Operation operation = Samples.operation(instance);
        told.set(operation);
        write(
                unit -> {
                    unit.instances().add(instance);
                    unit.operations().add(operation);
                    unit.tasks().add(List.of(Samples.task(operation.id(), lane, "net")));
                });
    }

    private static boolean isWhole(UnitOfWork unit, Operation sought) {
        return unit.operations().find(sought.id()).isEmpty()
                || !unit.tasks().ofOperation(sought.id()).isEmpty();
    }

    /** Of many writers who read the same version exactly one wins; the others are told STALE. */
    @Test
    default void oneOfManyWritersOfOneVersionWins() throws Exception {
        NsInstance read =
                written(unit -> unit.instances().add(Samples.instance(Samples.tenant(), "a")));
        AtomicInteger won = new AtomicInteger();
        AtomicInteger stale = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> writers =
                    IntStream.range(0, 8).mapToObj(index -> saver(read, won, stale)).toList();
            for (Future<Void> done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(won).hasValue(1);
        assertThat(stale).hasValue(7);
        assertThat(seen(unit -> unit.instances().find(read.id())).orElseThrow().version())
                .isEqualTo(read.version() + 1);
    }

    /** Reservations on one account are ordered by its lock: no update is lost. */
    @Test
    default void accountLockOrdersWriters() throws ExecutionException, InterruptedException {
        LaneId lane = Samples.lane();
        write(unit -> unit.accounts().add(Samples.account(Samples.tenant(), lane, "one")));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Void> locker =
                () ->
                        written(
                                unit -> {
                                    unit.accounts().lock(lane);
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    unit.accounts().find(lane);
                                    inside.decrementAndGet();
                                    return null;
                                });
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> done : pool.invokeAll(Collections.nCopies(40, locker))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(most).hasValue(1);
    }

    /** A second unit of work inside an open one is a defect of the caller. */
    @Test
    default void unitsOfWorkDoNotNest() {
        assertThatThrownBy(() -> write(outer -> seen(inner -> inner.journal().last())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seen(outer -> written(inner -> inner.journal().last())))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Listeners hear of commits with events, of nothing else, and not after they left. */
    @Test
    default void listenersHearOfCommittedEvents() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        NsInstance instance = Samples.instance(Samples.tenant(), "a");
        AutoCloseable registration = store().onCommit(heard::incrementAndGet);

        write(unit -> unit.instances().add(instance));
        assertThat(heard).hasValue(0);

        var event = Samples.event(instance.tenant(), instance.id(), 1);
        write(unit -> unit.journal().append(List.of(event)));
        assertThat(heard).hasValue(1);

        refused(
                ErrorCode.STALE,
                unit -> {
                    unit.journal().append(List.of(event));
                    unit.instances().save(instance);
                });
        assertThat(heard).hasValue(1);

        registration.close();
        write(unit -> unit.journal().append(List.of(event)));
        assertThat(heard).hasValue(1);
    }

    /** Support and health can say what the data rests on. */
    @Test
    default void describesItself() {
        assertThat(store().describe()).isNotBlank();
    }

    private Callable<Void> saver(NsInstance read, AtomicInteger won, AtomicInteger stale) {
        return () -> {
            try {
                write(unit -> unit.instances().save(read.with(NsState.FAILED, null, Samples.NOW)));
                won.incrementAndGet();
            } catch (TelamonException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.STALE);
                stale.incrementAndGet();
            }
            return null;
        };
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
