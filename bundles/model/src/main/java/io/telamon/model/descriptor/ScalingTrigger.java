/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Moments around a scaling step. */
public enum ScalingTrigger {
    /** Before instances are added. */
    PRE_SCALE_OUT,
    /** After instances were added. */
    POST_SCALE_OUT,
    /** Before instances are removed. */
    PRE_SCALE_IN,
    /** After instances were removed. */
    POST_SCALE_IN
}
