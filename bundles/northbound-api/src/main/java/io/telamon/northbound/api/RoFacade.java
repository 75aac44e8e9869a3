/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.LaneId;
import io.telamon.model.security.Caller;
import java.util.List;

/** Lanes and their queues. */
public interface RoFacade {
    /** Lanes of the caller's tenant (all for operators). */
    @Requires("ro:read")
    List<LaneView> lanes(Caller caller);

    /** Unsettled tasks of one lane, next due first. */
    @Requires("ro:read")
    Page<TaskView> queue(Caller caller, LaneId lane, Page.Request page);

    /** Stops handing out tasks of a lane; what runs ends. Survives a restart. */
    @Requires("ro:operate")
    LaneView pause(Caller caller, LaneId lane);

    /** Goes on. */
    @Requires("ro:operate")
    LaneView resume(Caller caller, LaneId lane);

    /** Compares what is recorded on a lane with what is there; returns what differs, for people. */
    @Requires("ro:operate")
    List<String> audit(Caller caller, LaneId lane);
}
