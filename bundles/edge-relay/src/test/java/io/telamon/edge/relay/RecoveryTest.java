/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Computers die, come back and join under load; no call is lost, and each gets its share soon. */
class RecoveryTest {
    private static LambdaResponse work(LambdaRequest request) {
        LockSupport.parkNanos(1_000_000);
        return Peer.ok(request);
    }

    @ParameterizedTest
    @CsvSource({
        "random,trivial",
        "random,async",
        "round-robin,async",
        "proportional-fairness,asyncPF",
        "two-choices,none"
    })
    void aComputerThatWasKilledGetsItsShareAgain(String policy, String optimizer) throws Exception {
        try (Peer one = new Peer(RecoveryTest::work);
                Peer two = new Peer(RecoveryTest::work);
                Bench bench = new Bench(policy, optimizer, "attempts=8", null);
                Load load = new Load(bench)) {
            bench.route(one.at());
            bench.route(two.at());
            load.start();
            Thread.sleep(400);
            for (int cycle = 0; cycle < 3; cycle++) {
                two.kill();
                Thread.sleep(150);
                two.restart();
                Thread.sleep(150);
            }

            awaitShare(0.4, two, one, two);
            Peer three = new Peer(RecoveryTest::work);
            bench.route(three.at());
            awaitShare(0.26, three, one, two, three);
            three.close();
            Thread.sleep(100);
            assertThat(load.errors).isEmpty();
            assertThat(load.stop()).isTrue();
        }
    }

    /**
     * Within five seconds it has its fair share. That it does not get too much is for {@code
     * distribution/acceptance/edge}: one stall of a busy machine looks the same here.
     */
    private static void awaitShare(double least, Peer of, Peer... all) throws InterruptedException {
        long end = System.nanoTime() + 5_000_000_000L;
        double share = share(of, all);
        while (share < least && System.nanoTime() < end) {
            share = share(of, all);
        }
        assertThat(share).isGreaterThanOrEqualTo(least);
    }

    private static double share(Peer of, Peer... all) throws InterruptedException {
        int[] before = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            before[i] = all[i].calls.get();
        }
        int own = of.calls.get();
        Thread.sleep(600);
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += all[i].calls.get() - before[i];
        }
        return (of.calls.get() - own) / sum;
    }

    /** Four clients that call one after the other. */
    private static final class Load implements AutoCloseable {
        private static final int CLIENTS = 4;

        final List<String> errors = new CopyOnWriteArrayList<>();
        private final AtomicBoolean go = new AtomicBoolean(true);
        private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        private final Bench bench;

        Load(Bench bench) {
            this.bench = bench;
        }

        void start() {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(this::run);
            }
        }

        private void run() {
            var stub = bench.stub(Duration.ofSeconds(3));
            while (go.get()) {
                try {
                    String retcode = stub.runLambda(Bench.request("x")).getRetcode();
                    if (!retcode.equals("OK")) {
                        errors.add(retcode);
                    }
                } catch (io.grpc.StatusRuntimeException e) {
                    errors.add(e.getMessage());
                }
            }
        }

        boolean stop() throws InterruptedException {
            go.set(false);
            clients.shutdown();
            return clients.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            go.set(false);
            clients.shutdownNow();
        }
    }
}
