/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import io.telamon.northbound.api.LaneView;

/** What a cloud's lane does, as the facade names it; unknown words are shown as such. */
enum LaneState {
    /** Works. */
    OPEN,
    /** One call at a time after a time-out. */
    SLOW,
    /** Does not answer; probes only. */
    CIRCUIT_OPEN,
    /** Held by a person. */
    PAUSED,
    /** Waits for its plug-in. */
    NO_PLUGIN,
    /** A state this portal does not know. */
    UNKNOWN;

    static LaneState of(LaneView view) {
        for (LaneState state : values()) {
            if (state.name().equals(view.state())) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
