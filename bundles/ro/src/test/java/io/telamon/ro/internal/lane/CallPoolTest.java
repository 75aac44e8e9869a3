/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.ro.internal.Settings;
import io.telamon.testkit.Await;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who counts against the pool and who does not. */
class CallPoolTest {
    private static void hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void quickCallsTakeRoomAndGiveItBack() {
        CountDownLatch end = new CountDownLatch(1);
        try (CallPool pool = new CallPool(Settings.quick().pool(2, 10))) {
            pool.start(() -> hang(end));

            assertThat(pool.room()).isEqualTo(1);
            end.countDown();
            Await.until("room is back", () -> pool.room() == 2);
        }
    }

    @Test
    void callsThatAreHeldUpDoNotCount() {
        CountDownLatch end = new CountDownLatch(1);
        try (CallPool pool = new CallPool(Settings.quick().pool(2, 10))) {
            pool.start(() -> hang(end));
            pool.start(() -> hang(end));
            assertThat(pool.room()).isZero();

            Await.until("both are slow", () -> pool.slow() == 2);

            assertThat(pool.room()).isEqualTo(2);
            end.countDown();
        }
    }

    @Test
    void heldUpCallsNeverTakeMoreThanTheMaximum() {
        CountDownLatch end = new CountDownLatch(1);
        try (CallPool pool = new CallPool(Settings.quick().pool(2, 3))) {
            pool.start(() -> hang(end));
            pool.start(() -> hang(end));
            Await.until("both are slow", () -> pool.slow() == 2);

            pool.start(() -> hang(end));

            assertThat(pool.room()).isZero();
            end.countDown();
        }
    }

    @Test
    void aCallIsNotRefusedWhileAThreadIsOnItsWayBack() {
        AtomicInteger done = new AtomicInteger();
        try (CallPool pool = new CallPool(Settings.quick().pool(2, 2))) {
            for (int i = 0; i < 20_000; i++) {
                while (pool.room() <= 0) {
                    LockSupport.parkNanos(1_000);
                }
                pool.start(done::incrementAndGet);
            }
            Await.until("all ran", () -> done.get() == 20_000);
        }
    }

    @Test
    void aClosedPoolTakesNothing() {
        CallPool pool = new CallPool(Settings.quick());

        pool.close();

        assertThatThrownBy(() -> pool.start(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(pool.room()).isPositive();
    }
}
