/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.computer.internal.function.FunctionSource;
import io.telamon.edge.computer.internal.sim.LoadWindow;
import io.telamon.edge.rpc.EdgeComputerGrpc;
import io.telamon.edge.rpc.Utilization;
import io.telamon.edge.rpc.Void;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Measures the utilization of processors once a second and streams it to whoever listens. */
final class Loads extends EdgeComputerGrpc.EdgeComputerImplBase {
    private static final int MOST = 64;

    private final List<FunctionSource> sources;
    private final LongSupplier nanos;
    private final Map<String, LoadWindow> windows = new ConcurrentHashMap<>();
    // guarded by itself
    private final List<ServerCallStreamObserver<Utilization>> listeners = new ArrayList<>();
    // only the sampling thread uses these
    private Map<String, Double> before = Map.of();
    private long last;

    Loads(List<FunctionSource> sources, LongSupplier nanos) {
        this.sources = List.copyOf(sources);
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Means of a processor's utilization. */
    LoadWindow.Load of(String processor) {
        LoadWindow window = windows.get(processor);
        return window == null ? LoadWindow.Load.NONE : window.load();
    }

    /** Takes a sample; called by one thread at a time. */
    void sample() {
        long now = nanos.getAsLong();
        double elapsed = (now - last) / 1e9;
        Map<String, Double> busy = new HashMap<>();
        sources.forEach(source -> source.busy().forEach(busy::putIfAbsent));
        if (elapsed <= 0) {
            return;
        }
        busy.forEach(
                (processor, total) ->
                        windows.computeIfAbsent(processor, name -> new LoadWindow())
                                .add((total - before.getOrDefault(processor, 0.0)) / elapsed));
        windows.keySet().retainAll(busy.keySet());
        before = busy;
        last = now;
        publish();
    }

    private void publish() {
        Utilization.Builder message = Utilization.newBuilder();
        windows.forEach((name, window) -> message.putValues(name, (float) window.last()));
        List<ServerCallStreamObserver<Utilization>> all;
        synchronized (listeners) {
            listeners.removeIf(ServerCallStreamObserver::isCancelled);
            all = List.copyOf(listeners);
        }
        for (ServerCallStreamObserver<Utilization> listener : all) {
            // who does not keep up misses samples
            if (listener.isReady()) {
                listener.onNext(message.build());
            }
        }
    }

    @Override
    public void streamUtil(Void request, StreamObserver<Utilization> observer) {
        ServerCallStreamObserver<Utilization> listener =
                (ServerCallStreamObserver<Utilization>) observer;
        listener.setOnCancelHandler(() -> forget(listener));
        synchronized (listeners) {
            if (listeners.size() < MOST) {
                listeners.add(listener);
                return;
            }
        }
        observer.onError(
                Status.RESOURCE_EXHAUSTED
                        .withDescription(MOST + " listen already")
                        .asRuntimeException());
    }

    /** Ends all streams. */
    void end() {
        List<ServerCallStreamObserver<Utilization>> all;
        synchronized (listeners) {
            all = List.copyOf(listeners);
            listeners.clear();
        }
        all.stream().filter(l -> !l.isCancelled()).forEach(StreamObserver::onCompleted);
    }

    private void forget(ServerCallStreamObserver<Utilization> listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
