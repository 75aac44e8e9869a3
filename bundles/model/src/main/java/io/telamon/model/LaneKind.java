/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * What kind of partner a lane leads to; queue, worker, lease, back-off and view are the same for
 * all.
 */
public enum LaneKind {
    /** A VIM account. */
    VIM,
    /** An SDN controller account. */
    SDN,
    /** Work done inside Telamon: expansion of a plan, clean-up of records. */
    WORKFLOW
}
