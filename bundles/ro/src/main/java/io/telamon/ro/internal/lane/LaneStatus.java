/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.lane;

import io.telamon.model.LaneId;
import java.time.Instant;

/**
 * A lane as it was after the last cycle; what views and metrics read.
 *
 * @param lane which lane
 * @param state state in one word
 * @param detail why, for people
 * @param queued tasks that are ready or waiting
 * @param running calls under way
 * @param permits calls allowed at once
 * @param oldestDue due time of the next task, null when the queue is empty
 */
public record LaneStatus(
        LaneId lane,
        String state,
        String detail,
        int queued,
        int running,
        int permits,
        Instant oldestDue) {
    /** Account setting that keeps a lane paused over restarts. */
    public static final String PAUSED_SETTING = "telamon.paused";

    /** Why its calls do not go out, for people; empty when they do. */
    public String heldUp() {
        return switch (state) {
            case "OPEN", "SLOW" -> "";
            case "PAUSED" -> "the account is paused; ro:resume lets it go on";
            default -> detail.isEmpty() ? state : detail;
        };
    }

    /** A lane nobody has used yet. */
    public static LaneStatus idle(LaneId lane, boolean plugin) {
        return new LaneStatus(lane, plugin ? "OPEN" : "NO_PLUGIN", "", 0, 0, 0, null);
    }
}
