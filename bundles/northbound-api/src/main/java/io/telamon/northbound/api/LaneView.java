/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.LaneId;
import java.time.Duration;

/**
 * What a lane does at the moment.
 *
 * @param lane which lane
 * @param account name of its account
 * @param state OPEN, SLOW (one permit after a time-out), CIRCUIT_OPEN (probes only), PAUSED,
 *     NO_PLUGIN
 * @param detail why, for people
 * @param queued tasks that are ready or waiting
 * @param running calls under way
 * @param permits calls allowed at once now
 * @param oldest age of the oldest due task
 */
public record LaneView(
        LaneId lane,
        String account,
        String state,
        String detail,
        int queued,
        int running,
        int permits,
        Duration oldest) {}
