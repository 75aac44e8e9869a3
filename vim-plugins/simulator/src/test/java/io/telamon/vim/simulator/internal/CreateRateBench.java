/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.VimAccountId;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.simkit.WorldProcess;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures creates per second through driver and server on loopback at zero latency; not a test.
 * Arguments: threads, creates per thread, and further options of {@code serve}.
 */
final class CreateRateBench {
    private CreateRateBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int threads = Integer.parseInt(arguments[0]);
        int each = Integer.parseInt(arguments[1]);
        String[] options = Arrays.copyOfRange(arguments, 2, arguments.length);
        try (WorldProcess process = WorldProcess.fromClassPath(Main.class.getName(), options)) {
            for (int round = 0; round < 5; round++) {
                double rate = round(process.endpoint("bench-" + round), threads, each);
                System.Logger log = System.getLogger("bench");
                log.log(System.Logger.Level.INFO, "{0} threads: {1} creates/s", threads, rate);
            }
        }
    }

    private static double round(String endpoint, int threads, int each)
            throws InterruptedException {
        VimConnection connection =
                new VimConnection(
                        new VimAccountId("bench"),
                        endpoint,
                        Map.of(),
                        "",
                        Duration.ofSeconds(10),
                        artifact -> {
                            throw new IOException("no artifacts");
                        });
        AtomicLong tokens = new AtomicLong();
        CountDownLatch done = new CountDownLatch(threads);
        long start = System.nanoTime();
        try (VimSession session = SimulatorUnderTest.driverInMemory().open(connection)) {
            ResourceOperator<NetworkSpec> networks =
                    session.operator(NetworkSpec.class).orElseThrow();
            for (int i = 0; i < threads; i++) {
                Thread worker =
                        new Thread(
                                () -> {
                                    for (int n = 0; n < each; n++) {
                                        String name = "n" + tokens.incrementAndGet();
                                        networks.create(
                                                new NetworkSpec(name, IpProfile.any(), "", ""),
                                                new RequestToken("t-" + name));
                                    }
                                    done.countDown();
                                });
                worker.start();
            }
            done.await();
        }
        return threads * (double) each / ((System.nanoTime() - start) / 1e9);
    }
}
