/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Moments in a VNF's life that scripts hang on (Open Baton {@code Event}). */
public enum LifecycleEvent {
    GRANTED,
    ALLOCATE,
    SCALE,
    RELEASE,
    ERROR,
    INSTANTIATE,
    TERMINATE,
    CONFIGURE,
    START,
    STOP,
    HEAL,
    SCALE_OUT,
    SCALE_IN,
    SCALE_UP,
    SCALE_DOWN,
    UPDATE,
    UPDATE_ROLLBACK,
    UPGRADE,
    UPGRADE_ROLLBACK,
    RESET
}
