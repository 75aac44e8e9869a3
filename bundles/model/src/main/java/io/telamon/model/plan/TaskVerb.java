/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

/** What a task does with its resource. */
public enum TaskVerb {
    /** Make the thing, then wait until it works. */
    CREATE,
    /** Change it in place. */
    UPDATE,
    /** Act on it: start, stop, rebuild. */
    ACT,
    /** Remove it, then wait until it is gone. */
    DELETE,
    /** Ask a partner for a sub-plan that grows here (an expansion node, design section 4). */
    EXPAND
}
