/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.LaneId;
import io.telamon.model.resource.ResourceSpec;

/**
 * One thing that should be.
 *
 * @param key unique within the instance and lane
 * @param lane where
 * @param spec what
 * @param shared true when several instances use one such thing
 * @param adoptHandle the cloud's id of a thing that is there already and is only used; else empty
 */
public record Desired(
        String key, LaneId lane, ResourceSpec spec, boolean shared, String adoptHandle) {
    /** A thing of this instance alone. */
    public static Desired own(String key, LaneId lane, ResourceSpec spec) {
        return new Desired(key, lane, spec, false, "");
    }

    /** A thing shared with others. */
    public static Desired shared(String key, LaneId lane, ResourceSpec spec) {
        return new Desired(key, lane, spec, true, "");
    }

    /** A thing that is there already. */
    public static Desired adopted(String key, LaneId lane, ResourceSpec spec, String handle) {
        return new Desired(key, lane, spec, false, handle);
    }
}
