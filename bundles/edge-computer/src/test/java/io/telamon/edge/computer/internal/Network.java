/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Servers;
import io.telamon.edge.rpc.CallbackServerGrpc;
import io.telamon.edge.rpc.ComputerInfo;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.StateServerGrpc;
import io.telamon.edge.rpc.Void;
import io.telamon.edge.spi.EdgeFunction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Computers and those around them on ports of the loopback interface, all with real gRPC. */
final class Network implements AutoCloseable {
    static final EndPoint ANY = EndPoint.parse("127.0.0.1:0");
    private static final int LIMIT = 64 << 20;

    private final Loops loops = new Loops("test", 2);
    private final Channels channels;
    private final List<AutoCloseable> open = new ArrayList<>();

    Network() throws IOException {
        channels = new Channels(loops, Guard.open(), Runnable::run, LIMIT);
    }

    /** A computer with these options, besides ports of its own. */
    EdgeComputer computer(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(options));
        words.add("--server-endpoint=127.0.0.1:0");
        if (words.stream().noneMatch(word -> word.startsWith("--util"))) {
            words.add("--utilization-endpoint=");
        }
        Settings settings = ComputerOptions.settings(ComputerOptions.options().parse(words));
        EdgeComputer computer = EdgeComputer.start(settings, Guard.open());
        open.add(0, computer);
        return computer;
    }

    static Map<String, Object> named(String name) {
        return Map.of(EdgeFunction.NAME, name);
    }

    LambdaResponse call(EndPoint to, LambdaRequest request) {
        return EdgeServerGrpc.newBlockingStub(
                        Channels.within(channels.to(to), Duration.ofSeconds(20)))
                .runLambda(request);
    }

    EdgeServerGrpc.EdgeServerFutureStub later(EndPoint to) {
        return EdgeServerGrpc.newFutureStub(channels.to(to));
    }

    StateServerGrpc.StateServerBlockingStub states(EndPoint to) {
        return StateServerGrpc.newBlockingStub(
                Channels.within(channels.to(to), Duration.ofSeconds(20)));
    }

    Channels channels() {
        return channels;
    }

    EndPoint serve(BindableService service) throws IOException {
        return serve(ANY, service);
    }

    EndPoint serve(EndPoint at, BindableService service) throws IOException {
        Servers.Running server = Servers.at(at, loops).service(service).limit(LIMIT).start();
        open.add(server);
        return server.endPoint();
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        channels.close();
        loops.close();
    }

    /** A client's callback port. */
    static final class Callbacks extends CallbackServerGrpc.CallbackServerImplBase {
        private final BlockingQueue<LambdaResponse> answers = new LinkedBlockingQueue<>();

        @Override
        public void receiveResponse(LambdaResponse response, StreamObserver<Void> observer) {
            answers.add(response);
            observer.onNext(Void.getDefaultInstance());
            observer.onCompleted();
        }

        LambdaResponse next() throws InterruptedException {
            LambdaResponse answer = answers.poll(20, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("no answer came");
            }
            return answer;
        }

        /** Whether nothing more comes for a while. */
        boolean silent(Duration time) throws InterruptedException {
            return answers.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
        }
    }

    /** A broker that hands each call to the next computer in turn. */
    final class Broker extends EdgeServerGrpc.EdgeServerImplBase {
        final List<EndPoint> computers = new CopyOnWriteArrayList<>();
        private final AtomicInteger turn = new AtomicInteger();

        @Override
        public void runLambda(LambdaRequest request, StreamObserver<LambdaResponse> observer) {
            int chosen = Math.floorMod(turn.getAndIncrement(), computers.size());
            LambdaRequest next = request.toBuilder().setHops(request.getHops() + 1).build();
            EdgeServerGrpc.newStub(channels.to(computers.get(chosen))).runLambda(next, observer);
        }
    }

    /** A controller that writes down what it is told. */
    static final class Controller extends EdgeControllerGrpc.EdgeControllerImplBase {
        final List<ComputerInfo> announced = new CopyOnWriteArrayList<>();
        final List<ComputerInfo> removed = new CopyOnWriteArrayList<>();
        volatile boolean failing;

        @Override
        public void announceComputer(ComputerInfo info, StreamObserver<Void> observer) {
            if (failing) {
                observer.onError(Status.INTERNAL.asRuntimeException());
                return;
            }
            announced.add(info);
            observer.onNext(Void.getDefaultInstance());
            observer.onCompleted();
        }

        @Override
        public void removeComputer(ComputerInfo info, StreamObserver<Void> observer) {
            removed.add(info);
            observer.onNext(Void.getDefaultInstance());
            observer.onCompleted();
        }
    }
}
