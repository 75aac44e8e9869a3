/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.kit.EndPoint;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Knocks by opening a connection. */
final class SocketProbe implements Probe {
    private static final int LIMIT_MILLIS = 1000;

    private final Executor threads;

    /** The threads wait for answers. */
    SocketProbe(Executor threads) {
        this.threads = threads;
    }

    @Override
    public CompletableFuture<Boolean> answers(String endpoint) {
        return CompletableFuture.supplyAsync(() -> opens(endpoint), threads);
    }

    private static boolean opens(String endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(EndPoint.parse(endpoint).address(), LIMIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
