/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

/** Life-cycle state of a network service instance; the first two are SOL005's nsState. */
public enum NsState {
    /** Created, nothing on any cloud. */
    NOT_INSTANTIATED,
    /** Running. */
    INSTANTIATED,
    /** The first operation is under way. */
    INSTANTIATING,
    /** Running and being changed. */
    CHANGING,
    /** Being taken down. */
    TERMINATING,
    /** An operation failed; it waits for a decision or was given up. */
    FAILED
}
