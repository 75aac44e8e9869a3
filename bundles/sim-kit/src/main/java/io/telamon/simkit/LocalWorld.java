/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.time.Duration;
import java.util.Optional;

/** Reaches a world in the same JVM, through the same faults and gates as over the wire. */
public final class LocalWorld implements WorldClient {
    private final Cloud cloud;
    private final String name;
    private final String secret;
    private final Duration timeout;
    private volatile boolean closed;

    /**
     * A way to a world.
     *
     * @param cloud where it is; stays open at {@link #close}
     * @param name of the world
     * @param secret credential
     * @param timeout deadline of each call
     */
    public LocalWorld(Cloud cloud, String name, String secret, Duration timeout) {
        this.cloud = cloud;
        this.name = name;
        this.secret = secret;
        this.timeout = timeout;
    }

    @Override
    public Answer send(Request request) {
        if (closed) {
            throw new CallFailed(CallFailed.Kind.REFUSED, "the session is closed", null);
        }
        try {
            Route route = Route.parse(request.method(), name + request.path());
            Call call = new Call(route, request.body(), secret, Deadline.in(timeout));
            return answer(cloud.serve(call));
        } catch (Refusal no) {
            return no.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(CallFailed.Kind.INTERRUPTED, "the call was interrupted", e);
        }
    }

    private static Answer answer(Optional<Answer> answer) {
        return answer.orElseThrow(
                () -> new CallFailed(CallFailed.Kind.BROKEN, "the connection was dropped", null));
    }

    @Override
    public void close() {
        closed = true;
    }
}
