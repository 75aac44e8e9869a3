/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.relay.wire.AnswerHead;
import java.util.concurrent.atomic.AtomicInteger;

/** Where requests can be sent: one for all functions that name its end-point. */
public final class Destination {
    private final EndPoint endPoint;
    private final Channels.Row channels;
    private final byte[] responderField;
    private final Gate gate = new Gate();
    private final AtomicInteger late = new AtomicInteger();
    private volatile boolean up = true;
    // guarded by Destinations
    private int users;

    Destination(EndPoint endPoint, Channels.Row channels) {
        this.endPoint = endPoint;
        this.channels = channels;
        this.responderField = AnswerHead.responderField(endPoint.toString());
    }

    /** Its identity. */
    public EndPoint endPoint() {
        return endPoint;
    }

    /** Whether it may be chosen; one that failed rests until it can be connected to again. */
    public boolean up() {
        return up;
    }

    void up(boolean value) {
        up = value;
    }

    Channels.Row channels() {
        return channels;
    }

    Gate gate() {
        return gate;
    }

    byte[] responderField() {
        return responderField;
    }

    /** Notes an answer, or one that did not come in time; returns how many in a row did not. */
    int answered(boolean inTime) {
        if (!inTime) {
            return late.incrementAndGet();
        }
        if (late.get() != 0) {
            late.set(0);
        }
        return 0;
    }

    int users(int change) {
        users += change;
        return users;
    }
}
