/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import io.telamon.testkit.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PooledRunnerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        timer.shutdownNow();
    }

    @Test
    void aFunctionMayThrowWhatItWants() {
        PooledRunner runner =
                runner(
                        1,
                        0,
                        (input, stop) -> {
                            switch (input.text()) {
                                case "memory" -> throw new OutOfMemoryError("no room");
                                case "depth" -> throw new StackOverflowError();
                                case "null" -> throw new IllegalStateException();
                                case "halves" -> {
                                    return FunctionOutput.of("\ud800");
                                }
                                default -> {
                                    return FunctionOutput.of("fine");
                                }
                            }
                        });

        assertThat(failure(run(runner, "memory")))
                .hasMessage("f failed: java.lang.OutOfMemoryError: no room");
        assertThat(failure(run(runner, "depth"))).hasMessageContaining("StackOverflowError");
        assertThat(failure(run(runner, "null"))).hasMessageContaining("IllegalStateException");
        assertThat(failure(run(runner, "halves"))).hasMessage("The function's output is no text");
        assertThat(run(runner, "").join().text()).isEqualTo("fine");
        runner.close();
    }

    @Test
    void whatDoesNotFitTheQueueIsRefused() {
        PooledRunner runner = runner(2, 1, this::wait);
        CompletableFuture<?> first = run(runner, "");
        CompletableFuture<?> second = run(runner, "");
        CompletableFuture<?> third = run(runner, "");

        assertThat(failure(run(runner, "")))
                .hasMessage("Function f has 2 workers and 1 calls waiting")
                .isInstanceOf(RefusedException.class);
        gate.countDown();
        CompletableFuture.allOf(first, second, third).join();
        Await.until("there is room", () -> !run(runner, "").isCompletedExceptionally());
        runner.close();
    }

    @Test
    void aLateCallIsAnsweredAndInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        PooledRunner runner =
                runner(
                        1,
                        10,
                        (input, stop) -> {
                            try {
                                return wait(input, stop);
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                                throw e;
                            }
                        });

        Throwable error = failure(runner.run(FunctionInput.of("f", ""), Duration.ofMillis(30)));

        assertThat(error)
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
        Await.until("it was interrupted", interrupted::get);
        runner.close();
    }

    @Test
    void aCallThatIsGivenUpWhileItWaitsNeverBegins() {
        AtomicInteger begun = new AtomicInteger();
        PooledRunner runner =
                runner(
                        1,
                        10,
                        (input, stop) -> {
                            begun.incrementAndGet();
                            return wait(input, stop);
                        });
        CompletableFuture<?> first = run(runner, "");
        CompletableFuture<?> second = run(runner, "");
        Await.until("the first began", () -> begun.get() == 1);

        second.cancel(false);
        gate.countDown();
        first.join();
        run(runner, "").join();

        assertThat(begun).hasValue(2);
        runner.close();
    }

    @Test
    void closingAnswersEverybody() {
        PooledRunner runner = runner(1, 10, this::wait);
        CompletableFuture<?> running = run(runner, "");
        CompletableFuture<?> waiting = run(runner, "");

        runner.close();

        assertThat(failure(running)).isInstanceOf(RefusedException.class);
        assertThat(failure(waiting)).hasMessage("f was stopped");
        assertThat(failure(run(runner, ""))).isInstanceOf(RefusedException.class);
    }

    @Test
    void busyIsTheShareOfItsWorkers() {
        PooledRunner runner = runner(2, 0, this::wait);
        double before = runner.busy();
        run(runner, "");

        Await.until("one of two was busy for a while", () -> runner.busy() - before > 0.02);
        runner.close();
    }

    private FunctionOutput wait(FunctionInput input, Stop stop) throws InterruptedException {
        gate.await();
        return FunctionOutput.of("");
    }

    private PooledRunner runner(int workers, int waiting, PooledRunner.Body body) {
        return new PooledRunner(
                Offer.of("f", workers), new PooledRunner.Limits(waiting, LONG), body, timer);
    }

    private static CompletableFuture<FunctionOutput> run(PooledRunner runner, String text) {
        return runner.run(FunctionInput.of("f", text), LONG);
    }

    private static Throwable failure(CompletableFuture<?> answer) {
        return answer.handle((output, error) -> error).join();
    }
}
