/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.computer.internal.function.RefusedException.Reason;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs the calls of a function on a few threads of its own. Calls beyond them wait, beyond that
 * they are refused; a call that takes too long is answered and given up.
 */
public final class PooledRunner implements Runner, AutoCloseable {
    private final Offer offer;
    private final Limits limits;
    private final Body body;
    private final WorkerPool pool;
    private final ScheduledExecutorService timer;
    private final Set<CompletableFuture<FunctionOutput>> open = ConcurrentHashMap.newKeySet();

    /**
     * What a function may use.
     *
     * @param waiting calls that may wait for a worker
     * @param time longest time of a call, waiting included
     */
    public record Limits(int waiting, Duration time) {}

    /** The function itself. Called on several threads at once; may block. */
    @FunctionalInterface
    public interface Body {
        /** Executes a call; whoever gives it up interrupts the thread and runs {@code stop}. */
        FunctionOutput call(FunctionInput input, Stop stop)
                throws FunctionException, RefusedException, InterruptedException;
    }

    /** A runner whose threads are named after the function; the timer is not closed with it. */
    public PooledRunner(Offer offer, Limits limits, Body body, ScheduledExecutorService timer) {
        this.offer = offer;
        this.limits = limits;
        this.body = body;
        this.timer = timer;
        this.pool = new WorkerPool(offer.lambda(), offer.workers(), limits.waiting());
    }

    @Override
    public Offer offer() {
        return offer;
    }

    @Override
    public CompletableFuture<FunctionOutput> run(FunctionInput input, Duration limit) {
        Duration time = limit.compareTo(limits.time()) < 0 ? limit : limits.time();
        CompletableFuture<FunctionOutput> answer = new CompletableFuture<>();
        Stop stop = new Stop();
        Supplier<Runnable> work = () -> work(input, stop, answer);
        if (!pool.offer(work)) {
            return CompletableFuture.failedFuture(
                    new RefusedException(
                            Reason.BUSY,
                            "Function %s has %d workers and %d calls waiting"
                                    .formatted(offer.lambda(), offer.workers(), limits.waiting())));
        }
        ScheduledFuture<?> alarm =
                timer.schedule(
                        () -> answer.completeExceptionally(late(time)),
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
        open.add(answer);
        answer.whenComplete(
                (output, error) -> {
                    open.remove(answer);
                    alarm.cancel(false);
                    if (error != null) {
                        pool.forget(work);
                        stop.now();
                    }
                });
        return answer;
    }

    @Override
    public CompletableFuture<Duration> estimate(FunctionInput input) {
        return CompletableFuture.completedFuture(pool.estimate());
    }

    /** Seconds of work since the start, as share of all workers. */
    public double busy() {
        return pool.busy();
    }

    /** Gives up what runs and what waits. */
    @Override
    public void close() {
        pool.close();
        open.forEach(answer -> answer.completeExceptionally(stopping()));
    }

    private RefusedException stopping() {
        return new RefusedException(Reason.GIVEN_UP, offer.lambda() + " was stopped");
    }

    /** Executes a call and gives the way to tell how it went. */
    private Runnable work(
            FunctionInput input, Stop stop, CompletableFuture<FunctionOutput> answer) {
        if (answer.isDone() || !stop.begin()) {
            return () -> {};
        }
        try {
            FunctionOutput output = body.call(input, stop);
            Texts.checked(output.text());
            return () -> answer.complete(output);
        } catch (FunctionException | RefusedException e) {
            return () -> answer.completeExceptionally(e);
        } catch (InterruptedException e) {
            return () -> answer.completeExceptionally(stopping());
        } catch (Throwable e) {
            // whatever a function throws costs this call only
            FunctionException failure =
                    new FunctionException(
                            FunctionException.Reason.FAILED,
                            "%s failed: %s".formatted(offer.lambda(), Texts.brief(e.toString())),
                            e);
            return () -> answer.completeExceptionally(failure);
        } finally {
            stop.end();
        }
    }

    private FunctionException late(Duration time) {
        return new FunctionException(
                FunctionException.Reason.TIMEOUT,
                "%s took longer than %d ms".formatted(offer.lambda(), time.toMillis()));
    }
}
