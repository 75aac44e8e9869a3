/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

/** What a life-cycle operation does (SOL005 lcmOperationType). */
public enum OperationKind {
    /** Bring a service to life. */
    INSTANTIATE,
    /** Change the number of VNFCs. */
    SCALE,
    /** Replace what is broken or missing. */
    HEAL,
    /** Change something else of a running service. */
    UPDATE,
    /** Take a service down. */
    TERMINATE
}
