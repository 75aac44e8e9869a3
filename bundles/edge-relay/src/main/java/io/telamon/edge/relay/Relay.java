/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.relay.table.Tables;
import io.telamon.edge.relay.wire.Payload;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The lambda port of a broker: requests go to a destination of their function and answers come
 * back, both as the bytes they are. Runs on the loops and never blocks.
 */
public final class Relay implements ServerCallHandler<Payload, Payload> {
    private final long mark = new SecureRandom().nextLong();
    private final Tables tables;
    private final Destinations destinations;
    private final Loops loops;
    private volatile RelaySettings settings;
    private final LongAdder homeless = new LongAdder();
    private volatile Optional<Scout> scout = Optional.empty();

    public Relay(Tables tables, Destinations destinations, Loops loops, RelaySettings settings) {
        this.tables = tables;
        this.destinations = destinations;
        this.loops = loops;
        this.settings = settings;
    }

    /** Other limits for requests from now on. */
    public void settings(RelaySettings value) {
        settings = value;
    }

    /** Who is asked before a destination is chosen, if anybody. */
    public void scout(Optional<Scout> value) {
        scout = value;
    }

    @Override
    public ServerCall.Listener<Payload> startCall(
            ServerCall<Payload, Payload> call, Metadata headers) {
        call.request(2);
        return new Passage(this, call);
    }

    /** A request is for a function that nobody here knows. */
    void homeless() {
        homeless.increment();
    }

    /** How many requests were for functions that were in no table. */
    long homelessSoFar() {
        return homeless.sum();
    }

    long mark() {
        return mark;
    }

    Tables tables() {
        return tables;
    }

    Destinations destinations() {
        return destinations;
    }

    Loops loops() {
        return loops;
    }

    RelaySettings settings() {
        return settings;
    }

    Optional<Scout> scout() {
        return scout;
    }
}
