/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.telamon.edge.computer.internal.function.FunctionSource;
import io.telamon.edge.computer.internal.function.Offer;
import io.telamon.edge.computer.internal.function.RefusedException;
import io.telamon.edge.computer.internal.function.Runner;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.State;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Finds the functions of this computer and executes them with their states. */
public final class Engine {
    private final List<FunctionSource> sources;
    private final States states;

    /**
     * What an execution gave.
     *
     * @param states all states of the request, as they are now
     * @param millis time in the function, rounded
     */
    public record Result(String text, ByteString data, Map<String, State> states, int millis) {}

    /** Functions of these sources; the first that has a function is asked. */
    public Engine(List<FunctionSource> sources, States states) {
        this.sources = List.copyOf(sources);
        this.states = states;
    }

    /** What is to be announced. */
    public List<Offer> offers() {
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (FunctionSource source : sources) {
            source.offers().forEach(offer -> offers.putIfAbsent(offer.lambda(), offer));
        }
        return new ArrayList<>(offers.values());
    }

    /** The runner of a function. */
    public Runner runner(String function) throws RefusedException {
        for (FunctionSource source : sources) {
            Optional<Runner> runner = source.find(function);
            if (runner.isPresent()) {
                return runner.get();
            }
        }
        throw new RefusedException(
                RefusedException.Reason.UNKNOWN, "No container for lambda " + function);
    }

    /**
     * Executes a function. {@code running} gets the call itself, for whoever may have to cancel it.
     *
     * @param limit longest time
     */
    public CompletableFuture<Result> execute(
            LambdaRequest request,
            String function,
            Duration limit,
            Consumer<CompletableFuture<?>> running) {
        Runner runner;
        try {
            runner = runner(function);
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return states.fetch(request, function)
                .thenCompose(
                        contents -> {
                            long start = System.nanoTime();
                            CompletableFuture<FunctionOutput> call =
                                    runner.run(input(request, function, contents), limit);
                            running.accept(call);
                            return call.thenCompose(
                                    output -> finished(request, contents, output, start));
                        });
    }

    /** What the function would take now. */
    public CompletableFuture<Duration> estimate(LambdaRequest request, String function) {
        try {
            return runner(function).estimate(input(request, function, Map.of()));
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Result> finished(
            LambdaRequest request,
            Map<String, ByteString> contents,
            FunctionOutput output,
            long start) {
        int millis = (int) Math.round((System.nanoTime() - start) / 1e6);
        Map<String, ByteString> changed = new HashMap<>();
        output.states().forEach((name, bytes) -> changed.put(name, wrapped(bytes)));
        return states.keep(request, contents, changed)
                .thenApply(
                        after -> new Result(output.text(), wrapped(output.data()), after, millis));
    }

    private static FunctionInput input(
            LambdaRequest request, String function, Map<String, ByteString> contents) {
        Map<String, byte[]> states = new HashMap<>();
        contents.forEach((name, bytes) -> states.put(name, bytes.toByteArray()));
        return new FunctionInput(
                function, request.getInput(), request.getDatain().toByteArray(), states);
    }

    /** Functions leave alone what they gave away. */
    private static ByteString wrapped(byte[] bytes) {
        return bytes == null ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(bytes);
    }
}
