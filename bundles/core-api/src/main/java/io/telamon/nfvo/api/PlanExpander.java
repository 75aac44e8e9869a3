/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.api;

import io.telamon.model.OperationId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.store.api.UnitOfWork;
import java.util.List;

/**
 * Grows a plan at an expansion node (design section 4): the node's result is a sub-plan, written in
 * the transaction that completes or advances the node.
 */
public interface PlanExpander {
    /** Service property that equals {@link #name}. */
    String NAME_PROPERTY = "expander.name";

    /** Name as in the node's payload. */
    String name();

    /**
     * Reads what {@link #expand} will need from outside; called before it, without a transaction.
     */
    default void prepare(Task node) {}

    /**
     * Writes what grows here. Called once per node inside one transaction; must not do remote
     * calls. Called again only when that transaction was rolled back.
     *
     * @return where the node stands after it
     */
    Progress expand(UnitOfWork work, Task node, Operation operation);

    /** Looks whether what was grown has come to an end. */
    Progress observe(UnitOfWork work, Task node);

    /**
     * Where a node stands.
     *
     * @param done true when dependants may go on
     * @param waitingFor what is awaited, for people; empty when done
     * @param wake operations to hand to the runner after the commit
     */
    record Progress(boolean done, String waitingFor, List<OperationId> wake) {}
}
