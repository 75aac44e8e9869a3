/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/** Where a recorded thing stands. */
public enum ResourceState {
    /** Wanted; nothing was sent yet or the answer is not known. */
    PLANNED,
    /** The cloud is making it. */
    BUILDING,
    /** It is there and works. */
    ACTIVE,
    /** The cloud says it is broken. */
    ERROR,
    /** It shall go. */
    DELETING,
    /** It is gone; kept only for the history of the operation. */
    DELETED,
    /** It was there and the cloud no longer knows it (drift). */
    MISSING
}
