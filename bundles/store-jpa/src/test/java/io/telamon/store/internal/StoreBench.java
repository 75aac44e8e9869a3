/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the transactions of the lanes on an H2 file with durable settings. Not a test: run its
 * main. The arguments are the extra options of the URL, for comparisons.
 */
public final class StoreBench {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBench.class);
    private static final int WARM = 300;
    private static final int ROUNDS = 300;

    private final JpaStore store;
    private final TenantId tenant = Samples.tenant();
    private final LaneId lane = Samples.lane();

    private StoreBench(JpaStore store) {
        this.store = store;
    }

    /** Runs all measurements and logs medians and 95th percentiles. */
    public static void main(String[] options) throws Exception {
        Path folder = Files.createTempDirectory("store-bench");
        String url =
                "jdbc:h2:file:"
                        + folder.resolve("db")
                        + ";WRITE_DELAY=0"
                        + String.join("", options);
        try (HikariDataSource pool = H2Files.open(url);
                JpaStore store = new JpaStore(pool, Clock.systemUTC())) {
            StoreBench bench = new StoreBench(store);
            LOG.warn("{} {}", store.describe(), Arrays.toString(options));
            bench.measure("accept: 20 tasks, 20 resources, 22 events", () -> bench.accept(20));
            Work one = bench.accept(1);
            bench.measure("1 task: status + event", () -> bench.step(one));
            Work fifty = bench.accept(50);
            bench.measure(
                    "50 status, 50 attempts, 50 resources, 100 events", () -> bench.step(fifty));
            bench.measure("read 50 tasks of an operation", () -> bench.tasks(fifty));
            bench.measure("sequencer: empty", bench::sequence);
            bench.parallel(8, 5);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            LOG.warn("database size {} MB in {}", bytes >> 20, folder);
        }
    }

    private record Work(List<Task> tasks, List<Resource> resources, int[] attempt) {}

    private void measure(String what, Runnable transaction) {
        IntStream.range(0, WARM).forEach(index -> transaction.run());
        while (sequence() == 1000) {
            Thread.onSpinWait();
        }
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            transaction.run();
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        LOG.warn(
                "{}: median {} ms, p95 {} ms",
                what,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS * 95 / 100] / 1e6);
    }

    private Work accept(int count) {
        NsInstance instance = Samples.instance(tenant, "n" + System.nanoTime());
        Operation operation = Samples.operation(instance);
        List<Task> tasks =
                IntStream.range(0, count)
                        .mapToObj(index -> Samples.task(operation.id(), lane, "net" + index))
                        .toList();
        List<Resource> resources =
                IntStream.range(0, count)
                        .mapToObj(index -> Samples.resource(instance.id(), lane, "net" + index))
                        .toList();
        store.write(
                unit -> {
                    unit.instances().add(instance);
                    unit.operations().add(operation);
                    unit.tasks().add(tasks);
                    unit.resources().add(resources);
                    unit.journal().append(events(count + 2));
                    return null;
                });
        return new Work(tasks, resources, new int[1]);
    }

    private void step(Work work) {
        work.attempt()[0]++;
        store.write(unit -> change(unit, work));
    }

    private Object change(UnitOfWork unit, Work work) {
        int attempt = work.attempt()[0];
        List<Task> tasks =
                work.tasks().stream()
                        .map(
                                task ->
                                        task.with(
                                                new Task.Status(
                                                        TaskState.RUNNING,
                                                        attempt,
                                                        Samples.NOW,
                                                        "",
                                                        (Problem) null,
                                                        Samples.NOW)))
                        .toList();
        unit.tasks().saveStatus(tasks);
        if (tasks.size() > 1) {
            unit.tasks()
                    .addAttempts(
                            tasks.stream()
                                    .map(
                                            task ->
                                                    new Attempt(
                                                            task.id(),
                                                            attempt,
                                                            Samples.NOW,
                                                            null,
                                                            "",
                                                            null))
                                    .toList());
            unit.resources()
                    .save(
                            work.resources().stream()
                                    .map(
                                            resource ->
                                                    resource.observed(
                                                            ResourceState.ACTIVE,
                                                            "h" + attempt,
                                                            Map.of("a", "b" + attempt)))
                                    .toList());
        }
        unit.journal().append(events(tasks.size() == 1 ? 1 : 2 * tasks.size()));
        return null;
    }

    private void tasks(Work work) {
        store.read(unit -> unit.tasks().ofOperation(work.tasks().get(0).operation()));
    }

    private int sequence() {
        return store.write(unit -> unit.journal().position(1000));
    }

    private List<Event> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> Samples.event(tenant, new NsInstanceId("subject"), index + 1L))
                .toList();
    }

    private void parallel(int threads, int tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        int rounds = 200;
        long start = System.nanoTime();
        List<Future<?>> running =
                IntStream.range(0, threads)
                        .<Future<?>>mapToObj(
                                index ->
                                        pool.submit(
                                                () -> {
                                                    Work work = accept(tasks);
                                                    for (int r = 0; r < rounds; r++) {
                                                        step(work);
                                                    }
                                                }))
                        .toList();
        for (Future<?> one : running) {
            one.get();
        }
        pool.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.warn(
                "{} threads, {} tasks each: {} transactions/s",
                threads,
                tasks,
                Math.round(threads * rounds / seconds));
    }
}
