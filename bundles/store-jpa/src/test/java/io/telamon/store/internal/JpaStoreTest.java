/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Quota;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is special about a store on a database: settings, restart, deadlocks, loss. */
class JpaStoreTest {
    @Test
    void defaultWriteDelayIsRefused(@TempDir Path folder) {
        try (HikariDataSource pool = H2Files.open("jdbc:h2:file:" + folder.resolve("db"))) {
            assertThatThrownBy(() -> new JpaStore(pool, Clock.systemUTC()))
                    .isInstanceOf(TelamonException.class)
                    .hasMessageContaining("WRITE_DELAY=500")
                    .hasMessageContaining("add ;WRITE_DELAY=0");
        }
    }

    @Test
    void databaseInMemoryNeedsTheTestFlag() {
        try (HikariDataSource pool = H2Files.open("jdbc:h2:mem:volatile;WRITE_DELAY=0")) {
            assertThatThrownBy(() -> new JpaStore(pool, Clock.systemUTC()))
                    .isInstanceOf(TelamonException.class)
                    .hasMessageContaining("in memory");
            try (JpaStore store = new JpaStore(pool, Clock.systemUTC(), true)) {
                assertThat(store.describe()).contains("memory");
            }
        }
    }

    @Test
    void reopenedStoreHasEverythingAndKeepsTheOrder(@TempDir Path folder) {
        NsInstance instance = Samples.instance(Samples.tenant(), "a");
        FakeClock clock = new FakeClock();
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, clock)) {
            store.write(unit -> unit.instances().add(instance));
            store.write(unit -> unit.operations().add(Samples.operation(instance)));
        }
        clock.set(clock.instant().minusSeconds(3600));

        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, clock)) {
            var newest = store.write(unit -> unit.operations().add(Samples.operation(instance)));

            assertThat(store.read(unit -> unit.instances().find(instance.id())).isPresent())
                    .isTrue();
            assertThat(store.read(unit -> unit.operations().ofInstance(instance.id())).get(0).id())
                    .isEqualTo(newest.id());
        }
    }

    @Test
    void deadlockEndsAsBusyForOneAndWellForTheOther(@TempDir Path folder) throws Exception {
        LaneId one = Samples.lane();
        LaneId two = Samples.lane();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            store.write(unit -> unit.accounts().add(Samples.account(Samples.tenant(), one, "1")));
            store.write(unit -> unit.accounts().add(Samples.account(Samples.tenant(), two, "2")));
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);

            List<Future<ErrorCode>> ends =
                    Stream.of(List.of(one, two), List.of(two, one))
                            .map(order -> threads.submit(() -> lockBoth(store, order, bothHoldOne)))
                            .toList();

            assertThat(Stream.of(ends.get(0).get(), ends.get(1).get()))
                    .containsExactlyInAnyOrder(ErrorCode.BUSY, null);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void reservationsInOppositeOrdersAreSummedWithoutADeadlock(@TempDir Path folder)
            throws Exception {
        LaneId one = Samples.lane();
        LaneId two = Samples.lane();
        TenantId tenant = Samples.tenant();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            CyclicBarrier bothReservedOne = new CyclicBarrier(2);
            addAccounts(store, tenant, List.of(one, two));

            List<Future<NsInstanceId>> ends =
                    Stream.of(List.of(one, two), List.of(two, one))
                            .map(
                                    order ->
                                            threads.submit(
                                                    () ->
                                                            reserveBoth(
                                                                    store,
                                                                    tenant,
                                                                    order,
                                                                    bothReservedOne)))
                            .toList();
            NsInstanceId first = ends.get(0).get();
            ends.get(1).get();

            assertThat(store.<Quota>read(unit -> unit.accounts().reserved(one)))
                    .isEqualTo(new Quota(2, 4, 6, 8));
            assertThat(store.<Quota>read(unit -> unit.accounts().reservedBy(tenant)))
                    .isEqualTo(new Quota(4, 8, 12, 16));
            store.write(
                    unit -> {
                        unit.instances().remove(first);
                        return null;
                    });
            assertThat(store.<Quota>read(unit -> unit.accounts().reservedBy(tenant)))
                    .isEqualTo(new Quota(2, 4, 6, 8));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closedDatabaseIsUnavailable(@TempDir Path folder) throws Exception {
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            assertThatThrownBy(
                            () ->
                                    store.write(
                                            unit -> {
                                                shutDown(pool);
                                                return unit.journal().position(1);
                                            }))
                    .satisfies(
                            error ->
                                    assertThat(((TelamonException) error).code())
                                            .isEqualTo(ErrorCode.UNAVAILABLE));
        }
    }

    @Test
    void tooLongTextIsRefusedAsTooLarge(@TempDir Path folder) {
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            NsInstance instance = Samples.instance(Samples.tenant(), "x".repeat(300));

            assertThatThrownBy(() -> store.write(unit -> unit.instances().add(instance)))
                    .satisfies(
                            error ->
                                    assertThat(((TelamonException) error).code())
                                            .isEqualTo(ErrorCode.TOO_LARGE));
        }
    }

    private static ErrorCode lockBoth(JpaStore store, List<LaneId> order, CyclicBarrier barrier) {
        try {
            return store.write(
                    unit -> {
                        unit.accounts().lock(order.get(0));
                        await(barrier);
                        unit.accounts().lock(order.get(1));
                        return null;
                    });
        } catch (TelamonException refused) {
            return refused.code();
        }
    }

    @Test
    void asManyFirstReservationsAsThereAreConnectionsAllEnd(@TempDir Path folder) throws Exception {
        TenantId tenant = Samples.tenant();
        try (HikariDataSource pool = H2Files.open(folder);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            int many = pool.getMaximumPoolSize();
            ExecutorService threads = Executors.newFixedThreadPool(many);
            List<LaneId> lanes = Stream.generate(Samples::lane).limit(many).toList();
            addAccounts(store, tenant, lanes);
            CyclicBarrier allInside = new CyclicBarrier(many);
            try {
                List<Future<NsInstanceId>> ends =
                        lanes.stream()
                                .map(
                                        lane ->
                                                threads.submit(
                                                        () ->
                                                                reserveBoth(
                                                                        store,
                                                                        tenant,
                                                                        List.of(lane, lane),
                                                                        allInside)))
                                .toList();
                for (Future<NsInstanceId> end : ends) {
                    end.get(20, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(store.<Quota>read(unit -> unit.accounts().reservedBy(tenant)).servers())
                    .isEqualTo(many);
        }
    }

    private static void addAccounts(JpaStore store, TenantId tenant, List<LaneId> lanes) {
        store.write(
                unit -> {
                    lanes.forEach(
                            lane ->
                                    unit.accounts()
                                            .add(Samples.account(tenant, lane, "a-" + lane.id())));
                    return null;
                });
    }

    private static NsInstanceId reserveBoth(
            JpaStore store, TenantId tenant, List<LaneId> order, CyclicBarrier barrier) {
        return store.write(
                unit -> {
                    NsInstanceId id =
                            unit.instances()
                                    .add(Samples.instance(tenant, "on-" + order.get(0)))
                                    .id();
                    unit.accounts().reserve(id, order.get(0), new Quota(1, 2, 3, 4));
                    await(barrier);
                    unit.accounts().reserve(id, order.get(1), new Quota(1, 2, 3, 4));
                    return id;
                });
    }

    private static void shutDown(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(closed.getMessage()).contains("closed");
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
