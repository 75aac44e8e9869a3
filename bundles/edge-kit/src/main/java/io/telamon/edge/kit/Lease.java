/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;

/**
 * How long an announcement to a controller holds, in a header beside the message: who sends it
 * repeats itself in time, who does not announces itself once for good.
 */
public final class Lease {
    /** Whole seconds; 0 is a goodbye. */
    public static final Metadata.Key<String> HEADER =
            Metadata.Key.of("telamon-lease-seconds", Metadata.ASCII_STRING_MARSHALLER);

    private static final int MISSED = 3;

    private Lease() {}

    /**
     * A channel for announcements that are repeated after this time: they hold for three times as
     * long. With no time they are not repeated and hold for good.
     */
    public static Channel repeated(Channel channel, Duration period) {
        if (period.isZero()) {
            return channel;
        }
        long millis = period.multipliedBy(MISSED).toMillis();
        return with(channel, (millis + 999) / 1000);
    }

    /** A channel for announcements that end what was announced before. */
    public static Channel goodbye(Channel channel) {
        return with(channel, 0);
    }

    private static Channel with(Channel channel, long seconds) {
        Metadata headers = new Metadata();
        headers.put(HEADER, Long.toString(seconds));
        return ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
