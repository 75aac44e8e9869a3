/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.telamon.edge.kit.Lease;
import java.time.Duration;
import java.util.Optional;

/**
 * How long an announcement holds, from the header of {@link Lease}. Telamon's roles send it and
 * repeat themselves; other programs announce themselves once, send none and hold for good. Zero
 * seconds is a goodbye.
 */
final class Leases implements ServerInterceptor {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Context.Key<Optional<Duration>> LEASE =
            Context.keyWithDefault("lease", Optional.empty());

    /** The lease of the call that is being served. */
    static Optional<Duration> ofThisCall() {
        return LEASE.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String text = headers.get(Lease.HEADER);
        if (text == null) {
            return next.startCall(call, headers);
        }
        try {
            Duration lease = parse(text);
            Context context = Context.current().withValue(LEASE, Optional.of(lease));
            return Contexts.interceptCall(context, call, headers, next);
        } catch (IllegalArgumentException e) {
            call.close(Status.INVALID_ARGUMENT.withDescription(e.getMessage()), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    private static Duration parse(String text) {
        try {
            Duration lease = Duration.ofSeconds(Long.parseLong(text.strip()));
            if (!lease.isNegative() && lease.compareTo(LONGEST) <= 0) {
                return lease;
            }
        } catch (NumberFormatException e) {
            throw refusal(text);
        }
        throw refusal(text);
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException(
                "telamon-lease-seconds: '" + text + "' is no whole number of 0 to 86400");
    }
}
