/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Whether elements are placed together or apart. */
public enum PlacementRule {
    /** Together. */
    AFFINITY,
    /** Apart. */
    ANTI_AFFINITY
}
