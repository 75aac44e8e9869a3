/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.telamon.edge.relay.table.Member;
import io.telamon.edge.relay.wire.Payload;
import io.telamon.edge.relay.wire.RunLambda;
import java.util.concurrent.TimeUnit;

/**
 * One call to one destination, which ends exactly once. The caller's deadline and cancellation come
 * with the context.
 */
final class Attempt extends ClientCall.Listener<Payload> {
    private final Passage passage;
    private final Member member;
    private ClientCall<Payload, Payload> call;
    private Payload answer;
    private boolean heard;
    private boolean connected;

    Attempt(Passage passage, Member member) {
        this.passage = passage;
        this.member = member;
    }

    void start(Relay relay, RelaySettings settings, Payload request) {
        CallOptions options =
                Context.current().getDeadline() == null
                        ? CallOptions.DEFAULT.withDeadlineAfter(
                                settings.deadline().toNanos(), TimeUnit.NANOSECONDS)
                        : CallOptions.DEFAULT;
        try {
            ManagedChannel channel = member.destination().channels().on(relay.loops().current());
            connected = channel.getState(false) == ConnectivityState.READY;
            call = channel.newCall(RunLambda.METHOD, options);
        } catch (IllegalStateException dropped) {
            passage.failed(
                    member, Status.UNAVAILABLE.withDescription(dropped.getMessage()), false, false);
            return;
        }
        call.start(this, new Metadata());
        call.request(2);
        call.sendMessage(request);
        call.halfClose();
    }

    @Override
    public void onHeaders(Metadata headers) {
        heard = true;
    }

    @Override
    public void onMessage(Payload message) {
        answer = message;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (status.isOk() && answer != null) {
            passage.brought(member, answer.body(), connected);
        } else if (status.isOk()) {
            Status none = Status.INTERNAL.withDescription("the destination sent no answer");
            passage.failed(member, none, false, true);
        } else {
            // an answer of the destination itself has headers, a broken connection has none
            boolean bySelf = !heard && trailers.keys().isEmpty();
            boolean arrived = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) != null;
            passage.failed(member, status, bySelf, arrived);
        }
    }
}
