/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.telamon.edge.relay.policy.Policy;
import io.telamon.edge.relay.table.Entry;
import io.telamon.edge.relay.table.Member;
import io.telamon.edge.relay.wire.AnswerHead;
import io.telamon.edge.relay.wire.Payload;
import io.telamon.edge.relay.wire.RequestHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request on its way through the broker. It is at one place at a time: read, waiting at a gate,
 * under way to one destination, answered; only the caller's cancellation comes in between.
 */
final class Passage extends ServerCall.Listener<Payload> {
    private static final int LATE = 3;
    // what ended sooner says more of the caller than of the destination
    private static final long PATIENT = 1_000_000_000L;

    private final Relay relay;
    private final ServerCall<Payload, Payload> call;
    private final Context context = Context.current();
    private final RelaySettings settings;
    private final AtomicBoolean answered = new AtomicBoolean();
    // what takes the request away from where it waits; null unless it waits
    private final AtomicReference<Waiting> waiting = new AtomicReference<>();
    private final long start = System.nanoTime();
    private final int home;
    private Payload message;
    private RequestHead head;
    private Payload sent;
    private Entry entry;
    private List<Destination> tried = List.of();
    private Payload nobody;
    // when the destination was chosen: what others cost before is not its time
    private long chosen;

    Passage(Relay relay, ServerCall<Payload, Payload> call) {
        this.relay = relay;
        this.call = call;
        this.settings = relay.settings();
        this.home = Math.max(0, relay.loops().current());
    }

    @Override
    public void onMessage(Payload request) {
        if (message != null) {
            fail(Status.INVALID_ARGUMENT.withDescription("RunLambda takes one request"));
        }
        message = request;
    }

    @Override
    public void onHalfClose() {
        if (message == null) {
            fail(Status.INVALID_ARGUMENT.withDescription("there was no request"));
            return;
        }
        try {
            head = RequestHead.of(message.body());
        } catch (IllegalArgumentException e) {
            fail(Status.INVALID_ARGUMENT.withDescription(e.getMessage()));
            return;
        }
        if (settings.fake()) {
            pretend();
        } else if (head.hops() > RequestHead.MOST_HOPS || head.passed(relay.mark())) {
            answer(AnswerHead.refusal("Loop detected after " + head.hops() + " hops"));
        } else if (settings.maxForward() > 0) {
            double range = settings.maxForward() - settings.minForward();
            double wait = settings.minForward() + ThreadLocalRandom.current().nextDouble() * range;
            relay.loops()
                    .loop(home)
                    .schedule(context.wrap(this::route), (long) (wait * 1e9), TimeUnit.NANOSECONDS);
        } else {
            route();
        }
    }

    /** Chooses and learns as if the destination had answered at once. */
    private void pretend() {
        entry = relay.tables().entry(head.function(), head.forward());
        if (entry != null) {
            Member member = entry.choose(head.size(), System.nanoTime(), tried);
            long now = System.nanoTime();
            double seconds = 1e-3 + (now - start) * 1e-9;
            entry.ended(member, new Policy.Outcome(seconds, 1, 0, head.size()), now);
        }
        answer(AnswerHead.refusal("OK"));
    }

    private void route() {
        entry = relay.tables().entry(head.function(), head.forward());
        if (entry == null) {
            relay.homeless();
            answer(AnswerHead.refusal(AnswerHead.NO_DESTINATION));
            return;
        }
        sent = head.forwarded(relay.mark());
        if (relay.scout().isPresent() && !head.dry()) {
            relay.scout().get().ask(entry, head.estimate(relay.mark()), this::scouted);
        } else {
            next();
        }
    }

    private void scouted(Member best) {
        if (best == null) {
            next();
        } else {
            entry.chosen(best, System.nanoTime());
            enter(best);
        }
    }

    /** Chooses a destination that was not tried and goes there. */
    private void next() {
        Member member =
                tried.size() >= settings.attempts()
                        ? null
                        : entry.choose(head.size(), System.nanoTime(), tried);
        if (member == null) {
            entry.failed(null);
            answer(nobody != null ? nobody : AnswerHead.refusal(AnswerHead.NO_DESTINATION));
        } else {
            enter(member);
        }
    }

    private void enter(Member member) {
        chosen = System.nanoTime();
        Gate gate = member.destination().gate();
        Waiting place = new Waiting(member);
        switch (gate.enter(place, settings.maxPending(), settings.maxQueue())) {
            case IN -> go(member);
            case WAITS -> {
                waiting.set(place);
                place.limit();
                if (context.isCancelled()) {
                    place.giveUp();
                }
            }
            case FULL -> {
                entry.ended(member, null, System.nanoTime());
                entry.failed(member);
                fail(
                        Status.RESOURCE_EXHAUSTED.withDescription(
                                "too many requests wait for " + member.destination().endPoint()));
            }
        }
    }

    private void go(Member member) {
        Attempt attempt = new Attempt(this, member);
        attempt.start(relay, settings, sent);
    }

    /** An attempt has brought an answer; its time says something when it need not connect. */
    void brought(Member member, byte[] bytes, boolean connected) {
        Destination from = member.destination();
        AnswerHead answer;
        try {
            answer = AnswerHead.of(bytes);
        } catch (IllegalArgumentException e) {
            over(member, null);
            entry.failed(member);
            fail(Status.INTERNAL.withDescription(from.endPoint() + ": " + e.getMessage()));
            return;
        }
        from.answered(true);
        if (!from.up()) {
            relay.destinations().back(from);
        }
        if (answer.nobody()) {
            over(member, null);
            nobody = answer.from(from.responderField());
            tryAnother(from);
            return;
        }
        long now = System.nanoTime();
        if (answer.ok()) {
            entry.answered(member, now - start, answer.load(), now);
        } else {
            entry.failed(member);
        }
        double seconds = (now - chosen) * 1e-9;
        over(
                member,
                answer.ok() && connected
                        ? new Policy.Outcome(seconds, answer.ptime(), answer.load(), head.size())
                        : null);
        answer(answer.from(from.responderField()));
    }

    /** An attempt has failed; arrived says whether the request may have. */
    void failed(Member member, Status status, boolean bySelf, boolean arrived) {
        over(member, null);
        Destination to = member.destination();
        if (context.isCancelled()) {
            late(to, status);
            entry.failed(member);
            fail(status.withCause(null));
            return;
        }
        if (status.getCode() == Status.Code.UNAVAILABLE && bySelf) {
            relay.destinations().unreachable(to, String.valueOf(status.getDescription()));
        }
        late(to, status);
        if (lost(status) && (!arrived || settings.repeatSent())) {
            tryAnother(to);
        } else {
            entry.failed(member);
            fail(status.withCause(null));
        }
    }

    private void late(Destination to, Status status) {
        if (status.getCode() == Status.Code.DEADLINE_EXCEEDED
                && System.nanoTime() - start >= PATIENT
                && to.answered(false) >= LATE) {
            relay.destinations().hung(to);
        }
    }

    /** Whether the destination is gone; one that is closed in haste cancels what it was sent. */
    private static boolean lost(Status status) {
        return status.getCode() == Status.Code.UNAVAILABLE
                || status.getCode() == Status.Code.CANCELLED;
    }

    private void over(Member member, Policy.Outcome outcome) {
        entry.ended(member, outcome, System.nanoTime());
        member.destination().gate().leave();
    }

    private void tryAnother(Destination failed) {
        Collection<Destination> before = tried;
        tried = new ArrayList<>(before);
        tried.add(failed);
        context.run(this::next);
    }

    private void answer(Payload payload) {
        if (answered.compareAndSet(false, true) && !call.isCancelled()) {
            call.sendHeaders(new Metadata());
            call.sendMessage(payload);
            call.close(Status.OK, new Metadata());
        }
    }

    private void fail(Status status) {
        if (answered.compareAndSet(false, true) && !call.isCancelled()) {
            call.close(status, new Metadata());
        }
    }

    /** Calls under way end with the context; only a place in a queue must be given up. */
    @Override
    public void onCancel() {
        Waiting place = waiting.get();
        if (place != null) {
            place.giveUp();
        }
    }

    /** A place in the queue of a destination; its own limit when the caller set none. */
    private final class Waiting implements Runnable {
        private final Member member;
        private volatile java.util.concurrent.Future<?> limit;

        Waiting(Member member) {
            this.member = member;
        }

        void limit() {
            if (context.getDeadline() == null) {
                limit =
                        relay.loops()
                                .loop(0)
                                .schedule(
                                        this::tooLate,
                                        settings.deadline().toNanos(),
                                        TimeUnit.NANOSECONDS);
            }
        }

        private void tooLate() {
            if (giveUp()) {
                fail(
                        Status.DEADLINE_EXCEEDED.withDescription(
                                "waited too long for " + member.destination().endPoint()));
            }
        }

        boolean giveUp() {
            boolean mine = member.destination().gate().giveUp(this);
            if (mine) {
                entry.ended(member, null, System.nanoTime());
                entry.failed(member);
                end();
            }
            return mine;
        }

        private void end() {
            waiting.compareAndSet(this, null);
            if (limit != null) {
                limit.cancel(false);
            }
        }

        /** The turn has come; the place at the gate is held. Goes on at home, not in a pile. */
        @Override
        public void run() {
            end();
            relay.loops().loop(home).execute(context.wrap(() -> go(member)));
        }
    }
}
