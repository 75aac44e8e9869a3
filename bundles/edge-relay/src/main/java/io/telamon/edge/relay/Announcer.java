/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.StatusRuntimeException;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.RouterInfo;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the controller of a broker: tries until the controller is there, then again each lease, so
 * that a controller that started anew learns of it.
 */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService background;
    private final Channels channels;
    private final EndPoint controller;
    private final RouterInfo router;
    private final Duration lease;
    // only the background thread changes it
    private boolean known;
    private volatile BooleanSupplier ended = () -> false;

    Announcer(
            ScheduledExecutorService background,
            Channels channels,
            EndPoint controller,
            RouterInfo router,
            Duration lease) {
        this.background = background;
        this.channels = channels;
        this.controller = controller;
        this.router = router;
        this.lease = lease;
    }

    /** Begins; ends when told so. */
    void start(BooleanSupplier told) {
        ended = told;
        background.execute(() -> announce(FIRST));
    }

    private void announce(Duration delay) {
        if (ended.getAsBoolean()) {
            return;
        }
        try {
            channels.open(controller).knock();
            EdgeControllerGrpc.newBlockingStub(Channels.within(channels.to(controller), PATIENCE))
                    .announceRouter(router);
            if (!known) {
                LOG.info("{} is announced to {}", router.getEdgeServerEndpoint(), controller);
            }
            known = true;
            if (!lease.isZero()) {
                again(lease, FIRST);
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

    private void again(Duration wait, Duration delay) {
        if (!ended.getAsBoolean() && !background.isShutdown()) {
            background.schedule(() -> announce(delay), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
