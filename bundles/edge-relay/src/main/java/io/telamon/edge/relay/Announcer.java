/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Lease;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.RouterInfo;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the controller of a broker: tries until the controller is there, then again after each
 * period, so that a controller that started anew learns of it; says goodbye at the end.
 */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final ScheduledExecutorService background;
    private final Channels channels;
    private final EndPoint controller;
    private final RouterInfo router;
    private final Duration period;
    // both guarded by this
    private boolean known;
    private boolean ended;

    Announcer(
            ScheduledExecutorService background,
            Channels channels,
            EndPoint controller,
            RouterInfo router,
            Duration period) {
        this.background = background;
        this.channels = channels;
        this.controller = controller;
        this.router = router;
        this.period = period;
    }

    /** Begins. */
    void start() {
        background.execute(() -> announce(FIRST));
    }

    private synchronized void announce(Duration delay) {
        if (ended) {
            return;
        }
        try {
            channels.open(controller).knock();
            tell(Lease.repeated(channels.to(controller), period), PATIENCE);
            if (!known) {
                LOG.info("{} is announced to {}", router.getEdgeServerEndpoint(), controller);
            }
            known = true;
            if (!period.isZero()) {
                again(period, FIRST);
            }
        } catch (StatusRuntimeException | IllegalStateException e) {
            if (known || delay.equals(FIRST)) {
                LOG.warn("controller {} does not answer: {}", controller, e.getMessage());
            }
            known = false;
            Duration twice = delay.multipliedBy(2);
            again(delay, twice.compareTo(MOST) < 0 ? twice : MOST);
        }
    }

    private void tell(Channel channel, Duration patience) {
        EdgeControllerGrpc.newBlockingStub(Channels.within(channel, patience))
                .announceRouter(router);
    }

    private void again(Duration wait, Duration delay) {
        background.schedule(() -> announce(delay), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Announces no more, and tells the controller so if it knows of the broker. */
    synchronized void end() {
        ended = true;
        if (!known) {
            return;
        }
        try {
            tell(Lease.goodbye(channels.to(controller)), GOODBYE);
        } catch (StatusRuntimeException | IllegalStateException e) {
            LOG.warn("controller {} took no goodbye: {}", controller, e.getMessage());
        }
    }
}
