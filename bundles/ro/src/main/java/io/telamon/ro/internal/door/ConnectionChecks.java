/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.ro.internal.port.Port;
import io.telamon.ro.internal.port.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs connection tests on a few threads of their own, so that a cloud that hangs holds neither a
 * lane nor a request for longer than the limit, and one tenant cannot take all threads. The test
 * touches no database and may be interrupted. Thread-safe.
 */
final class ConnectionChecks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionChecks.class);

    private final Plugins plugins;
    private final Ports ports;
    private final Limits limits;
    private final ThreadPoolExecutor threads;
    private final Map<TenantId, Integer> running = new ConcurrentHashMap<>();

    /**
     * What a test may take.
     *
     * @param threads tests at once
     * @param perTenant tests of one tenant at once
     * @param whole longest time of a test
     * @param call longest time of one call in it
     */
    record Limits(int threads, int perTenant, Duration whole, Duration call) {
        static Limits usual() {
            return new Limits(8, 3, Duration.ofSeconds(45), Duration.ofSeconds(10));
        }
    }

    ConnectionChecks(Plugins plugins, Ports ports, Limits limits) {
        this.plugins = plugins;
        this.ports = ports;
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        threads =
                new ThreadPoolExecutor(
                        0,
                        limits.threads(),
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        work -> {
                            Thread thread =
                                    new Thread(work, "ro-check-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * The steps taken; the last one says so when the time was not enough.
     *
     * @param account where to
     * @param reads true to ask a cloud that works for its inventory as well
     * @param steps takes the steps, holds the credential
     */
    List<CheckStepView> run(Account account, boolean reads, CheckSteps steps) {
        FutureTask<Void> test = new FutureTask<>(() -> test(account, reads, steps), null);
        start(account.tenant(), test);
        try {
            test.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            steps.late(
                    "Stopped after "
                            + limits.whole().toSeconds()
                            + " s: the step after the last one shown does not answer",
                    limits.whole());
            List<CheckStepView> taken = steps.close(); // before the interrupt makes more of them
            test.cancel(true);
            return taken;
        } catch (InterruptedException stopping) {
            test.cancel(true);
            Thread.currentThread().interrupt();
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE, stopping, "The connection test was stopped");
        } catch (ExecutionException defect) {
            warn(account, steps, defect.getCause());
            steps.failed("plug-in", "The plug-in broke off; the log says more", Duration.ZERO);
        }
        return steps.close();
    }

    /** Names the defect and its place; a message of a plug-in may quote the credential. */
    private static void warn(Account account, CheckSteps steps, Throwable defect) {
        StackTraceElement[] frames = defect.getStackTrace();
        LOG.warn(
                "The plug-in {} broke off a connection test: {} at {}",
                account.type(),
                steps.clean(defect.toString()),
                frames.length == 0 ? "?" : frames[0]);
    }

    private void start(TenantId tenant, FutureTask<Void> test) {
        int mine = running.merge(tenant, 1, Integer::sum);
        try {
            if (mine > limits.perTenant()) {
                throw new RejectedExecutionException("share of the tenant");
            }
            threads.execute(
                    () -> {
                        try {
                            test.run();
                        } finally {
                            release(tenant);
                        }
                    });
        } catch (RejectedExecutionException full) {
            release(tenant);
            throw new TelamonException(
                    ErrorCode.OVERLOADED,
                    full,
                    "Too many connection tests run already; try again in a moment");
        }
    }

    private void release(TenantId tenant) {
        running.computeIfPresent(tenant, (key, count) -> count > 1 ? count - 1 : null);
    }

    private void test(Account account, boolean reads, CheckSteps steps) {
        if (!plugins.present(account.lane().kind(), account.type())) {
            steps.failed(
                    "plug-in",
                    "No plug-in of type " + account.type() + "; drop its bundle into deploy/",
                    Duration.ZERO);
            return;
        }
        steps.ok("plug-in", "Type " + account.type() + " is installed");
        List<String> missing = PluginTypes.missing(plugins, account);
        if (!missing.isEmpty()) {
            steps.failed(
                    "settings",
                    "Needed, and not given: " + String.join(", ", missing),
                    Duration.ZERO);
            return;
        }
        long start = System.nanoTime();
        try (Port port = ports.trial(account, steps.credentials(), limits.call())) {
            port.check(steps::tell);
            if (steps.complete() && reads) {
                port.inventory().ifPresent(steps::read);
            }
        } catch (TelamonException refused) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            steps.broken(refused.getMessage(), took);
        }
    }

    /** Interrupts the tests under way; they hold nothing that must be kept. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
