/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.relay.table.Entry;
import io.telamon.edge.relay.table.Member;
import io.telamon.edge.relay.wire.AnswerHead;
import io.telamon.edge.relay.wire.Payload;
import io.telamon.edge.relay.wire.RunLambda;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks every destination for an estimate at once and takes the smallest; who does not answer in
 * time does not count. By design the cost grows with the destinations: an upper bound to compare
 * with, not a way to run a large broker.
 */
public final class Probe implements Scout {
    private final Loops loops;
    private final Duration patience;

    public Probe(Loops loops, Duration patience) {
        this.loops = loops;
        this.patience = patience;
    }

    @Override
    public void ask(Entry entry, Payload estimate, Consumer<Member> found) {
        List<Member> members = entry.ready();
        if (members.size() < 2) {
            found.accept(members.isEmpty() ? null : members.get(0));
            return;
        }
        Poll poll = new Poll(members.size(), found);
        CallOptions options =
                CallOptions.DEFAULT.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS);
        for (Member member : members) {
            poll.ask(member, call(member, options), estimate);
        }
    }

    private ClientCall<Payload, Payload> call(Member member, CallOptions options) {
        try {
            return member.destination()
                    .channels()
                    .on(loops.current())
                    .newCall(RunLambda.METHOD, options);
        } catch (IllegalStateException dropped) {
            return null;
        }
    }

    /** Answers as they come; the last one decides. */
    private static final class Poll {
        private final Consumer<Member> found;
        // guarded by this
        private int open;
        private Member best;
        private int least = Integer.MAX_VALUE;

        Poll(int open, Consumer<Member> found) {
            this.open = open;
            this.found = found;
        }

        void ask(Member member, ClientCall<Payload, Payload> call, Payload estimate) {
            if (call == null) {
                heard(member, null);
                return;
            }
            call.start(
                    new ClientCall.Listener<>() {
                        private Payload answer;

                        @Override
                        public void onMessage(Payload message) {
                            answer = message;
                        }

                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            heard(member, status.isOk() ? answer : null);
                        }
                    },
                    new Metadata());
            call.request(2);
            call.sendMessage(estimate);
            call.halfClose();
        }

        private void heard(Member member, Payload answer) {
            synchronized (this) {
                int time = answer == null ? Integer.MAX_VALUE : estimate(answer);
                if (time < least) {
                    least = time;
                    best = member;
                }
                if (--open > 0) {
                    return;
                }
            }
            found.accept(best);
        }

        private static int estimate(Payload answer) {
            try {
                AnswerHead head = AnswerHead.of(answer.body());
                return head.ok() ? head.ptime() : Integer.MAX_VALUE;
            } catch (IllegalArgumentException e) {
                return Integer.MAX_VALUE;
            }
        }
    }
}
